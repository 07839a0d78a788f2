import type { TopicEntry } from '../taxonomy.ts'

export const puzzles: readonly TopicEntry[] = []
