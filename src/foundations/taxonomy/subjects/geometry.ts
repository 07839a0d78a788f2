import type { TopicEntry } from '../taxonomy.ts'

export const geometry: readonly TopicEntry[] = []
