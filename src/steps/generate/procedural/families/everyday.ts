import type { Family } from '../family.ts'
import { calendarAndAgeFamilies } from './calendar-and-ages.ts'
import { clockTimeFamilies } from './clock-times.ts'
import { decimalFamilies } from './decimals.ts'
import { earningAndTradingFamilies } from './earning-and-trading.ts'
import { fractionFormFamilies } from './fraction-forms.ts'
import { fractionFamilies } from './fractions.ts'
import { interestFamilies } from './interest.ts'
import { percentageFamilies } from './percentages.ts'
import { powerFamilies } from './powers-and-roots.ts'
import { ratioFamilies } from './ratios.ts'
import { shoppingFamilies } from './shopping.ts'
import { signedNumberFamilies } from './signed-numbers.ts'
import { unitConversionFamilies } from './unit-conversions.ts'
import { wholeNumberCalculationFamilies } from './whole-number-calculation.ts'
import { wholeNumberStoryFamilies } from './whole-number-stories.ts'

/** Families of arithmetic, pre-algebra, money, measurement and rates. */
export const everydayFamilies: readonly Family[] = [
  ...wholeNumberStoryFamilies,
  ...wholeNumberCalculationFamilies,
  ...fractionFamilies,
  ...fractionFormFamilies,
  ...decimalFamilies,
  ...percentageFamilies,
  ...ratioFamilies,
  ...signedNumberFamilies,
  ...powerFamilies,
  ...shoppingFamilies,
  ...earningAndTradingFamilies,
  ...interestFamilies,
  ...unitConversionFamilies,
  ...clockTimeFamilies,
  ...calendarAndAgeFamilies,
]
