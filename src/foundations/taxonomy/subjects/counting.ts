import type { TopicEntry } from '../taxonomy.ts'

export const counting: readonly TopicEntry[] = []
