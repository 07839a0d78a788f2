import type { Family } from '../family.ts'
import { divisorFamilies } from './divisors.ts'
import { factorListFamilies } from './factor-lists.ts'
import { factorableQuadraticFamilies } from './factorable-quadratics.ts'
import { gcdAndLcmFamilies } from './gcd-and-lcm.ts'
import { primeExponentFamilies } from './prime-exponents.ts'
import { primeFamilies } from './primes.ts'

/** Families of number theory, algebra, intermediate algebra and functions. */
export const algebraicFamilies: readonly Family[] = [
  ...divisorFamilies,
  ...factorListFamilies,
  ...primeFamilies,
  ...primeExponentFamilies,
  ...gcdAndLcmFamilies,
  ...factorableQuadraticFamilies,
]
