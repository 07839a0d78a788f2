import type { Random } from '../../../core/random.ts'
import type { Answer, NumberStyle } from './answer.ts'
import type { Story } from './story.ts'

/**
 * What a number stands for. A link may only carry a quantity into a given where it means something: `number` (a pure number) may
 * feed any given; `count` feeds counts and pure numbers; the others feed only their own kind in the same unit.
 */
export interface Quantity {
  readonly kind:
    | 'number'
    | 'count'
    | 'money'
    | 'length'
    | 'area'
    | 'volume'
    | 'mass'
    | 'capacity'
    | 'time'
    | 'speed'
    | 'angle'
    | 'percent'
  /** Unit as written after the number, for example `cm`, `minutes`; absent for number and count. */
  readonly unit?: string
}

/** How a given's whole number is shown: as it is, in cents as dollars, or with one or two decimals. */
export type GivenStyle = 'integer' | 'cents' | 'tenths' | 'hundredths'

/** A number the question states. Values are whole numbers; `style` says how they are written (450 cents → \$4.50). */
export interface Given {
  readonly minimum: number
  readonly maximum: number
  /** Distance between allowed values. @default 1 */
  readonly step?: number
  /** @default 'integer' */
  readonly style?: GivenStyle
  /** Set when the result of another family may stand here (integer style only); the range above still holds. */
  readonly link?: Quantity
}

/** The values of a family's givens, by name. */
export type Values<Name extends string = string> = Readonly<Record<Name, number>>

/** A given as it is written: `text` for prose (with $ signs where it is a letter), `math` inside $…$. */
export interface ShownGiven {
  readonly text: string
  readonly math: string
}

/** What a wording is made from. `value` holds the numbers for steps and plurals; never write them into the question directly. */
export interface Telling<Name extends string = string> {
  readonly value: Values<Name>
  /** The givens for prose: `12`, `\$4.50`, or a letter `$n$` when linked. */
  readonly text: Readonly<Record<Name, string>>
  /** The givens for use inside $…$: `12`, `4.50`, `n`. */
  readonly math: Readonly<Record<Name, string>>
  readonly story: Story
}

/** One way to say it. */
export interface Wording {
  /** Sentences that state the situation with the givens; empty when the quantity says it all. */
  readonly setup: string
  /** The one question, for when this family comes last: a full sentence. */
  readonly ask: string
  /** Noun phrase that names the result, readable after "Let $n$ be …" and "By how much does … exceed …", with its unit: "the total cost in dollars". */
  readonly quantity: string
  /** Worked steps, one sentence or two each, with `<<expression=result>>result` wherever a number is computed. */
  readonly steps: () => readonly string[]
  /** Digits that the wording itself needs, in order of appearance, for example the 2 of `x^2`. @default none */
  readonly constants?: readonly string[]
}

/** An independent confirmation of the answer. It shares no function with `solve`. */
export interface IndependentCheck<Name extends string = string> {
  readonly method: 'brute force' | 'inverse' | 'numeric' | 'simulation'
  accepts(value: Values<Name>, answer: Answer): boolean
}

/**
 * A family of problems: knowledge points, a parameter sampler with constraints, wordings, an exact solution and an independent
 * check. Everything is a pure function of the givens and the story.
 */
export interface Family<Name extends string = string> {
  readonly id: string
  /** Taxonomy ids of exactly the knowledge points the problem needs. */
  readonly knowledgePoints: readonly string[]
  /** 1 (easiest) to 5. */
  readonly level: 1 | 2 | 3 | 4 | 5
  readonly result: Quantity
  /** How the final number is written. @default 'plain' */
  readonly answerStyle?: NumberStyle
  readonly givens: Readonly<Record<Name, Given>>
  /** A draw that respects `fixed` (values handed in by a link), or `undefined`. @default each given uniform in its range */
  readonly sample?: (random: Random, fixed: Partial<Values<Name>>) => Values<Name> | undefined
  /** The problem makes sense with these values: it has one answer and nothing impossible happens (no negative amount, no third of a person). */
  possible(value: Values<Name>): boolean
  /** The numbers are also clean enough to print. @default possible */
  readonly nice?: (value: Values<Name>) => boolean
  solve(value: Values<Name>): Answer
  readonly check: IndependentCheck<Name>
  /** At least three, of different shape, each a pure function of its telling. */
  readonly wordings: readonly ((telling: Telling<Name>) => Wording)[]
}

/** Types a family by its givens' names and hands it on as a plain Family. */
export function defineFamily<const Name extends string>(family: Family<Name>): Family {
  return family as unknown as Family
}

/** True when a result of kind `from` may stand where `to` is given. */
export function mayFeed(from: Quantity, to: Quantity): boolean {
  if (from.kind === 'number') return true
  if (from.kind === 'count') return to.kind === 'count' || to.kind === 'number'
  return from.kind === to.kind && from.unit === to.unit
}
