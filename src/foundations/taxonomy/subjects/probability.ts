import type { TopicEntry } from '../taxonomy.ts'

export const probability: readonly TopicEntry[] = []
