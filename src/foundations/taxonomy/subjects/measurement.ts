import type { TopicEntry } from '../taxonomy.ts'

export const measurement: readonly TopicEntry[] = []
