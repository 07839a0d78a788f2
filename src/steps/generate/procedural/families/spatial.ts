import type { Family } from '../family.ts'
import { angleFamilies } from './angles.ts'
import { boxFamilies } from './boxes.ts'
import { circleFamilies } from './circles.ts'
import { circleLineFamilies } from './circle-lines.ts'
import { complexNumberFamilies } from './complex-numbers.ts'
import { conicFamilies } from './conics.ts'
import { coordinateFamilies } from './coordinates.ts'
import { derivativeFamilies, furtherDerivativeFamilies } from './derivatives.ts'
import { differentialEquationFamilies } from './differential-equations.ts'
import { extremeValueFamilies, integralFamilies } from './integrals.ts'
import { limitFamilies } from './limits.ts'
import { linearSpaceFamilies } from './linear-spaces.ts'
import { matrixFamilies } from './matrices.ts'
import { polygonAngleFamilies } from './polygon-angles.ts'
import { polygonFamilies } from './polygons.ts'
import { quadrilateralFamilies } from './quadrilaterals.ts'
import { roundSolidFamilies } from './round-solids.ts'
import { similarityFamilies } from './similarity.ts'
import { triangleFamilies } from './triangles.ts'
import { trigonometricFunctionFamilies } from './trigonometric-functions.ts'
import { trigonometricRatioFamilies } from './trigonometric-ratios.ts'
import { vectorFamilies } from './vectors.ts'

/** Families of geometry, trigonometry, complex numbers, vectors and matrices, calculus and differential equations. */
export const spatialFamilies: readonly Family[] = [
  ...angleFamilies,
  ...polygonAngleFamilies,
  ...quadrilateralFamilies,
  ...polygonFamilies,
  ...triangleFamilies,
  ...circleFamilies,
  ...circleLineFamilies,
  ...similarityFamilies,
  ...boxFamilies,
  ...roundSolidFamilies,
  ...coordinateFamilies,
  ...conicFamilies,
  ...trigonometricRatioFamilies,
  ...trigonometricFunctionFamilies,
  ...complexNumberFamilies,
  ...vectorFamilies,
  ...matrixFamilies,
  ...linearSpaceFamilies,
  ...derivativeFamilies,
  ...furtherDerivativeFamilies,
  ...extremeValueFamilies,
  ...integralFamilies,
  ...limitFamilies,
  ...differentialEquationFamilies,
]
