import type { Family } from '../family.ts'
import { areaTrainAndDilutionFamilies } from './areas-trains-and-dilution.ts'
import { calendarAndAgeFamilies } from './calendar-and-ages.ts'
import { cleverCalculationFamilies } from './clever-calculation.ts'
import { clockTimeFamilies } from './clock-times.ts'
import { decimalFamilies } from './decimals.ts'
import { earningFamilies } from './earnings.ts'
import { fractionFormFamilies } from './fraction-forms.ts'
import { fractionServingFamilies } from './fraction-servings.ts'
import { fractionTermFamilies } from './fraction-terms.ts'
import { fractionFamilies } from './fractions.ts'
import { interestFamilies } from './interest.ts'
import { jointMoneyFamilies } from './joint-money.ts'
import { jointShareFamilies } from './joint-shares.ts'
import { jointTradeFamilies } from './joint-trade.ts'
import { jointWholeNumberFamilies } from './joint-whole-numbers.ts'
import { loanAndDepreciationFamilies } from './loans-and-depreciation.ts'
import { mixtureFamilies } from './mixtures.ts'
import { moneyAmountFamilies } from './money-amounts.ts'
import { moneyDecimalFamilies } from './money-decimals.ts'
import { motionFamilies } from './motion.ts'
import { newOperationFamilies } from './new-operations.ts'
import { numberFormFamilies } from './number-forms.ts'
import { partOfAWayFamilies } from './parts-of-a-way.ts'
import { percentChangeFamilies } from './percent-changes.ts'
import { percentageFamilies } from './percentages.ts'
import { powerFamilies } from './powers-and-roots.ts'
import { pricePercentageFamilies } from './price-percentages.ts'
import { proportionFamilies } from './proportions.ts'
import { ratioFamilies } from './ratios.ts'
import { relativeMotionFamilies } from './relative-motion.ts'
import { shoppingFamilies } from './shopping.ts'
import { signedNumberFamilies } from './signed-numbers.ts'
import { tradingFamilies } from './trading.ts'
import { unitConversionFamilies } from './unit-conversions.ts'
import { unitRateFamilies } from './unit-rates.ts'
import { wholeNumberCalculationFamilies } from './whole-number-calculation.ts'
import { wholeNumberStoryFamilies } from './whole-number-stories.ts'
import { workRateFamilies } from './work-rates.ts'

const unguarded: readonly Family[] = [
  ...wholeNumberStoryFamilies,
  ...wholeNumberCalculationFamilies,
  ...fractionFamilies,
  ...fractionServingFamilies,
  ...fractionFormFamilies,
  ...fractionTermFamilies,
  ...decimalFamilies,
  ...percentageFamilies,
  ...percentChangeFamilies,
  ...ratioFamilies,
  ...proportionFamilies,
  ...unitRateFamilies,
  ...signedNumberFamilies,
  ...powerFamilies,
  ...cleverCalculationFamilies,
  ...newOperationFamilies,
  ...shoppingFamilies,
  ...pricePercentageFamilies,
  ...earningFamilies,
  ...tradingFamilies,
  ...interestFamilies,
  ...unitConversionFamilies,
  ...clockTimeFamilies,
  ...calendarAndAgeFamilies,
  ...motionFamilies,
  ...relativeMotionFamilies,
  ...workRateFamilies,
  ...mixtureFamilies,
  ...moneyAmountFamilies,
  ...moneyDecimalFamilies,
  ...partOfAWayFamilies,
  ...areaTrainAndDilutionFamilies,
  ...numberFormFamilies,
  ...loanAndDepreciationFamilies,
  ...jointWholeNumberFamilies,
  ...jointShareFamilies,
  ...jointMoneyFamilies,
  ...jointTradeFamilies,
]

/** Families of arithmetic, pre-algebra, money, measurement and rates. Numbers of everyday things are positive. */
export const everydayFamilies: readonly Family[] = unguarded.map((family) => ({
  ...family,
  // A given that is fed by another problem can be driven to zero or below when that problem's givens change.
  possible: (value) => Object.values(value).every((given) => given >= 1) && family.possible(value),
}))
