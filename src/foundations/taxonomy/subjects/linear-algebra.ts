import type { TopicEntry } from '../taxonomy.ts'

export const linearAlgebra: readonly TopicEntry[] = []
