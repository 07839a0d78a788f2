import type { TopicEntry } from '../taxonomy.ts'

export const differentialEquations: readonly TopicEntry[] = []
