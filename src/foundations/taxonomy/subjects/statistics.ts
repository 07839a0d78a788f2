import type { TopicEntry } from '../taxonomy.ts'

export const statistics: readonly TopicEntry[] = []
