import type { Family } from '../family.ts'

/** Families of sequences, counting, probability, statistics, logic, sets and puzzles. */
export const discreteFamilies: readonly Family[] = []
