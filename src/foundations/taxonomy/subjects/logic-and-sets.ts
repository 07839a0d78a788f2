import type { TopicEntry } from '../taxonomy.ts'

export const logicAndSets: readonly TopicEntry[] = []
