import type { TopicEntry } from '../taxonomy.ts'

export const sequences: readonly TopicEntry[] = []
