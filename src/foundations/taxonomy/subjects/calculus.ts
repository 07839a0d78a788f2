import type { TopicEntry } from '../taxonomy.ts'

export const calculus: readonly TopicEntry[] = []
