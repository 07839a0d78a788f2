import type { TopicEntry } from '../taxonomy.ts'

export const trigonometry: readonly TopicEntry[] = []
