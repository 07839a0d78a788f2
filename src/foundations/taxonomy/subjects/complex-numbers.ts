import type { TopicEntry } from '../taxonomy.ts'

export const complexNumbers: readonly TopicEntry[] = []
