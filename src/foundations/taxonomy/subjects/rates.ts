import type { TopicEntry } from '../taxonomy.ts'

export const rates: readonly TopicEntry[] = []
