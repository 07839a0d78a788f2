import type { TopicEntry } from '../taxonomy.ts'

export const intermediateAlgebra: readonly TopicEntry[] = []
