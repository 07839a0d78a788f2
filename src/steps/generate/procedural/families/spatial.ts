import type { Family } from '../family.ts'
import { angleFamilies } from './angles.ts'
import { boxFamilies } from './boxes.ts'
import { circleFamilies } from './circles.ts'
import { circleLineFamilies } from './circle-lines.ts'
import { complexModulusFamilies } from './complex-moduli.ts'
import { complexNumberFamilies } from './complex-numbers.ts'
import { conicFamilies } from './conics.ts'
import { coordinateFamilies } from './coordinates.ts'
import { derivativeFamilies } from './derivatives.ts'
import { differentialEquationFamilies } from './differential-equations.ts'
import { initialValueFamilies } from './initial-value-problems.ts'
import { integralFamilies } from './integrals.ts'
import { limitFamilies } from './limits.ts'
import { linearSpaceFamilies } from './linear-spaces.ts'
import { matrixFamilies } from './matrices.ts'
import { polygonAngleFamilies } from './polygon-angles.ts'
import { polygonFamilies } from './polygons.ts'
import { quadrilateralFamilies } from './quadrilaterals.ts'
import { rectangleFamilies } from './rectangles.ts'
import { roundSolidFamilies } from './round-solids.ts'
import { similarityFamilies } from './similarity.ts'
import { triangleFamilies } from './triangles.ts'
import { trigonometricFunctionFamilies } from './trigonometric-functions.ts'
import { trigonometricRatioFamilies } from './trigonometric-ratios.ts'
import { vectorFamilies } from './vectors.ts'
import { triangleAngleFamilies } from './triangle-angles.ts'
import { polyhedronFamilies } from './polyhedra.ts'
import { circlePartFamilies } from './circle-parts.ts'
import { planeFigureFamilies } from './plane-figures.ts'
import { derivativeRuleFamilies } from './derivative-rules.ts'
import { extremeValueFamilies } from './extreme-values.ts'
import { eigenvalueFamilies } from './eigenvalues.ts'
import { matrixProductFamilies } from './matrix-products.ts'
import { rightTriangleFamilies } from './right-triangles.ts'
import { scaledAreaFamilies } from './scaled-areas.ts'
import { obliqueTriangleFamilies } from './oblique-triangles.ts'
import { compositeFigureFamilies } from './composite-figures.ts'
import { radianMeasureFamilies } from './radian-measure.ts'

/** Families of geometry, trigonometry, complex numbers, vectors and matrices, calculus and differential equations. */
export const spatialFamilies: readonly Family[] = [
  ...angleFamilies,
  ...polygonAngleFamilies,
  ...triangleAngleFamilies,
  ...rectangleFamilies,
  ...quadrilateralFamilies,
  ...polygonFamilies,
  ...compositeFigureFamilies,
  ...triangleFamilies,
  ...rightTriangleFamilies,
  ...circleFamilies,
  ...circlePartFamilies,
  ...circleLineFamilies,
  ...similarityFamilies,
  ...scaledAreaFamilies,
  ...boxFamilies,
  ...polyhedronFamilies,
  ...roundSolidFamilies,
  ...coordinateFamilies,
  ...planeFigureFamilies,
  ...conicFamilies,
  ...trigonometricRatioFamilies,
  ...obliqueTriangleFamilies,
  ...trigonometricFunctionFamilies,
  ...radianMeasureFamilies,
  ...complexNumberFamilies,
  ...complexModulusFamilies,
  ...vectorFamilies,
  ...matrixFamilies,
  ...matrixProductFamilies,
  ...linearSpaceFamilies,
  ...eigenvalueFamilies,
  ...derivativeFamilies,
  ...derivativeRuleFamilies,
  ...integralFamilies,
  ...extremeValueFamilies,
  ...limitFamilies,
  ...initialValueFamilies,
  ...differentialEquationFamilies,
]
