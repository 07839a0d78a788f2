import type { Family } from '../family.ts'
import { divisorFamilies } from './divisors.ts'
import { factorListFamilies } from './factor-lists.ts'
import { factorableQuadraticFamilies } from './factorable-quadratics.ts'
import { gcdAndLcmFamilies } from './gcd-and-lcm.ts'
import { primeExponentFamilies } from './prime-exponents.ts'
import { primeFamilies } from './primes.ts'
import { congruenceFamilies } from './congruences.ts'
import { digitFamilies } from './digits.ts'
import { diophantineFamilies } from './diophantine.ts'
import { numberBaseFamilies } from './number-bases.ts'
import { remainderFamilies } from './remainders.ts'
import { expressionFamilies } from './expressions.ts'
import { linearEquationFamilies } from './linear-equations.ts'
import { linearWordProblemFamilies } from './linear-word-problems.ts'
import { absoluteValueFamilies } from './absolute-values.ts'
import { inequalityFamilies } from './inequalities.ts'
import { lineEquationFamilies } from './line-equations.ts'
import { linearSystemFamilies } from './linear-systems.ts'
import { lineFamilies } from './lines.ts'
import { twoUnknownFamilies } from './two-unknowns.ts'
import { parabolaFamilies } from './parabolas.ts'
import { quadraticEquationFamilies } from './quadratic-equations.ts'
import { quadraticRootFamilies } from './quadratic-roots.ts'
import { polynomialFamilies } from './polynomials.ts'
import { radicalFamilies } from './radicals.ts'
import { rationalExpressionFamilies } from './rational-expressions.ts'
import { specialProductFamilies } from './special-products.ts'
import { exponentFamilies } from './exponents.ts'
import { functionFamilies } from './functions.ts'
import { functionGraphFamilies } from './function-graphs.ts'
import { logarithmFamilies } from './logarithms.ts'
import { meanInequalityFamilies } from './mean-inequality.ts'
import { factoredEquationFamilies } from './factored-equations.ts'
import { factorizationPairFamilies } from './factorization-pairs.ts'
import { parityAndLastDigitFamilies } from './parity-and-last-digits.ts'
import { polynomialPairFamilies } from './polynomial-pairs.ts'
import { coefficientFamilies } from './coefficients.ts'
import { oneStepEquationFamilies } from './one-step-equations.ts'
import { fractionEquationFamilies } from './fraction-equations.ts'
import { growthAndDecayFamilies } from './growth-and-decay.ts'
import { polynomialRemainderFamilies } from './polynomial-remainders.ts'
import { shiftedGraphFamilies } from './shifted-graphs.ts'
import { discriminantFamilies } from './discriminants.ts'
import { nestedRadicalFamilies } from './nested-radicals.ts'
import { primeCongruenceFamilies } from './prime-congruences.ts'
import { projectileHeightFamilies } from './projectile-heights.ts'
import { symmetricPolynomialFamilies } from './symmetric-polynomials.ts'

/** Families of number theory, algebra, intermediate algebra and functions. */
export const algebraicFamilies: readonly Family[] = [
  ...divisorFamilies,
  ...factorListFamilies,
  ...primeFamilies,
  ...primeExponentFamilies,
  ...gcdAndLcmFamilies,
  ...congruenceFamilies,
  ...digitFamilies,
  ...diophantineFamilies,
  ...numberBaseFamilies,
  ...remainderFamilies,
  ...expressionFamilies,
  ...linearEquationFamilies,
  ...linearWordProblemFamilies,
  ...absoluteValueFamilies,
  ...inequalityFamilies,
  ...lineEquationFamilies,
  ...linearSystemFamilies,
  ...lineFamilies,
  ...twoUnknownFamilies,
  ...parabolaFamilies,
  ...quadraticEquationFamilies,
  ...quadraticRootFamilies,
  ...polynomialFamilies,
  ...radicalFamilies,
  ...rationalExpressionFamilies,
  ...specialProductFamilies,
  ...exponentFamilies,
  ...functionFamilies,
  ...functionGraphFamilies,
  ...logarithmFamilies,
  ...meanInequalityFamilies,
  ...factoredEquationFamilies,
  ...factorizationPairFamilies,
  ...parityAndLastDigitFamilies,
  ...polynomialPairFamilies,
  ...coefficientFamilies,
  ...oneStepEquationFamilies,
  ...fractionEquationFamilies,
  ...growthAndDecayFamilies,
  ...polynomialRemainderFamilies,
  ...shiftedGraphFamilies,
  ...discriminantFamilies,
  ...nestedRadicalFamilies,
  ...primeCongruenceFamilies,
  ...projectileHeightFamilies,
  ...symmetricPolynomialFamilies,
  ...factorableQuadraticFamilies,
]
