import type { Family } from '../family.ts'
import { percentageFamilies } from './percentages.ts'

/** Families of arithmetic, pre-algebra, money, measurement and rates. */
export const everydayFamilies: readonly Family[] = [...percentageFamilies]
