import type { Family } from '../family.ts'

/** Families of geometry, trigonometry, complex numbers, vectors and matrices, calculus and differential equations. */
export const spatialFamilies: readonly Family[] = []
