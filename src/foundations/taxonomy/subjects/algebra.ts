import type { TopicEntry } from '../taxonomy.ts'

export const algebra: readonly TopicEntry[] = []
