import type { Family } from '../family.ts'
import { divisorFamilies } from './divisors.ts'
import { factorableQuadraticFamilies } from './factorable-quadratics.ts'

/** Families of number theory, algebra, intermediate algebra and functions. */
export const algebraicFamilies: readonly Family[] = [...divisorFamilies, ...factorableQuadraticFamilies]
