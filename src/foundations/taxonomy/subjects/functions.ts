import type { TopicEntry } from '../taxonomy.ts'

export const functions: readonly TopicEntry[] = []
