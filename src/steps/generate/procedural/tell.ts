import {
  decimalPlaces,
  toDecimal,
  toFraction,
  type Rational,
} from '../../../foundations/exact-number/rational.ts'
import { showAnswer, type Answer } from './answer.ts'
import type { CombineNode, Composition, CompositionNode, FamilyNode } from './composition.ts'
import { evaluate, familyOf, quantityOf, valuesOf, type Replacement } from './evaluate.ts'
import type { Values, Wording } from './family.ts'
import { numeralsOf, showGiven, showName } from './show-given.ts'
import { OutOfLetters, takeLetter, tellStory, type LetterPool } from './story.ts'

/** A composition in words. */
export interface ToldProblem {
  readonly question: string
  readonly solution: string
  readonly answer: Answer
  readonly finalAnswer: string
  /** The numerals that the question must show, sorted: the free givens and the wordings' own constants. */
  readonly numerals: readonly string[]
}

/** What a node contributes to the text. */
interface ToldNode {
  /** Sentences before the question, when this node is what is asked. */
  readonly sentences: readonly string[]
  /** Sentences before the text that this node feeds; they introduce the letters of `expression`. */
  readonly introduction: readonly string[]
  readonly ask: string
  readonly quantity: string
  /** The result in letters, such as n + m, when it is a combination of named results. */
  readonly expression?: string
  /** @param named  whether the letters of the introduction stand in the text */
  readonly steps: (named: boolean) => readonly string[]
  readonly numerals: readonly string[]
}

interface Teller {
  readonly storySeed: number
  readonly letters: LetterPool
  readonly replacement: Replacement | undefined
  nextPart: number
}

const linkLetters: readonly string[] = ['n', 'm', 'k', 'r', 's', 'a', 'b', 'c', 'j']

/**
 * The text of a composition: a pure function of (root, storySeed), so a replaced given changes the numbers and nothing else.
 * `undefined` when the replacement makes no sense, or when the text would need more letters than there are.
 */
export function tellProblem(composition: Composition, replacement?: Replacement): ToldProblem | undefined {
  return withinLetters(() => {
    const answer = evaluate(composition.root, replacement)
    if (answer === undefined) return undefined
    const told = tellRoot(composition, replacement)
    const finalAnswer = showAnswer(answer, answerStyle(composition.root))
    return {
      question: questionOf(told),
      solution: [...told.steps(false), `The answer is ${inText(finalAnswer)}.`].join('\n'),
      answer,
      finalAnswer,
      numerals: [...told.numerals].sort(),
    }
  })
}

/** The question alone of {@link tellProblem}, for a replacement that makes sense. */
export function tellQuestion(composition: Composition, replacement: Replacement): string | undefined {
  return withinLetters(() => questionOf(tellRoot(composition, replacement)))
}

function withinLetters<Told>(tell: () => Told): Told | undefined {
  try {
    return tell()
  } catch (error) {
    if (error instanceof OutOfLetters) return undefined
    throw error
  }
}

function tellRoot({ root, storySeed }: Composition, replacement: Replacement | undefined): ToldNode {
  return tellNode(root, { storySeed, letters: { used: new Set() }, replacement, nextPart: 0 })
}

function questionOf({ sentences, ask }: ToldNode): string {
  return [...sentences, ask].filter((sentence) => sentence !== '').join(' ')
}

function tellNode(node: CompositionNode, teller: Teller): ToldNode {
  return node.node === 'family' ? tellFamily(node, teller) : tellCombination(node, teller)
}

function tellFamily(node: FamilyNode, teller: Teller): ToldNode {
  const family = familyOf(node)
  const values = valuesOf(node, teller.replacement) as Values
  const sources = node.inputs.map((input) => {
    const told = tellNode(input.source, teller)
    // A combination of lettered results already has a name, such as n + m.
    return { input, told, name: told.expression ?? takeLetter(linkLetters, teller.letters) }
  })
  const text: Record<string, string> = {}
  const math: Record<string, string> = {}
  const numerals: string[] = []
  for (const [name, given] of Object.entries(family.givens)) {
    const source = sources.find(({ input }) => input.given === name)
    const shown =
      source === undefined ? showGiven(given, values[name] as number) : showName(source.name, given)
    text[name] = shown.text
    math[name] = shown.math
    if (source === undefined) numerals.push(...numeralsOf(shown.math))
  }
  const story = tellStory(teller.storySeed, teller.nextPart++, teller.letters)
  const write = family.wordings[node.wording % family.wordings.length] as (typeof family.wordings)[number]
  const wording: Wording = write({ value: values, text, math, story })
  const before = sources.flatMap(({ told, name }) =>
    told.expression === undefined
      ? [...told.introduction, nameQuantity(told.quantity, name)]
      : told.introduction,
  )
  const sentences = [...before, wording.setup].filter((sentence) => sentence !== '')
  return {
    sentences,
    introduction: sentences,
    ask: wording.ask,
    quantity: wording.quantity,
    steps: () => [
      ...sources.flatMap(({ input, told, name }) =>
        told.expression === undefined
          ? [...told.steps(true), `This gives $${name} = ${values[input.given]}$.`]
          : told.steps(true),
      ),
      ...wording.steps(),
    ],
    numerals: [...sources.flatMap(({ told }) => told.numerals), ...numerals, ...(wording.constants ?? [])],
  }
}

function nameQuantity(quantity: string, letter: string): string {
  return `Let $${letter}$ be ${quantity}.`
}

/** Two quantities whose names are longer than this together are compared by letters: no one can follow the sentence otherwise. */
const longestComparison = 100

function tellCombination(node: CombineNode, teller: Teller): ToldNode {
  const left = tellNode(node.left, teller)
  const right = tellNode(node.right, teller)
  const a = takeLetter(linkLetters, teller.letters)
  const b = takeLetter(linkLetters, teller.letters)
  // One situation is finished, and its result named, before the next begins.
  const introduction =
    left.introduction.length + right.introduction.length === 0
      ? [`Let $${a}$ be ${left.quantity}, and let $${b}$ be ${right.quantity}.`]
      : [
          ...left.introduction,
          nameQuantity(left.quantity, a),
          ...right.introduction,
          nameQuantity(right.quantity, b),
        ]
  const lettered =
    node.form === 'total' ||
    node.form === 'product' ||
    node.wording % 3 === 0 ||
    left.quantity.length + right.quantity.length > longestComparison
  const expression = {
    difference: `${a} - ${b}`,
    ratio: `\\frac{${a}}{${b}}`,
    total: `${a} + ${b}`,
    product: `${a}${b}`,
  }[node.form]
  const compared = comparisonQuestion(node, left.quantity, right.quantity)
  return {
    sentences: lettered ? introduction : [...left.introduction, ...right.introduction],
    introduction,
    ask: lettered ? letteredQuestion(node, expression, [a, b]) : compared,
    quantity: `$${expression}$`,
    expression,
    steps: (named) => {
      const { replacement } = teller
      const gives = (letter: string, part: CompositionNode): readonly string[] =>
        named || lettered ? [`This gives $${letter} = ${inMath(part, replacement)}$.`] : []
      const noun = node.form === 'ratio' ? 'quotient' : 'difference'
      const start = named || lettered ? `So $${expression} = ` : `The ${noun} is $`
      return [
        ...left.steps(true),
        ...gives(a, node.left),
        ...right.steps(true),
        ...gives(b, node.right),
        `${start}${combinationStep(node, replacement)}`,
      ]
    },
    numerals: [...left.numerals, ...right.numerals],
  }
}

/** Amounts of something are compared in words, even where they have letters; bare numbers as often as not. */
function letteredQuestion(
  node: CombineNode,
  expression: string,
  [left, right]: readonly [string, string],
): string {
  const isComparing = node.form === 'difference' || node.form === 'ratio'
  const { unit } = quantityOf(node.left)
  return isComparing && (unit !== undefined || node.wording % 2 === 0)
    ? comparisonQuestion(node, `$${left}$`, `$${right}$`)
    : `What is the value of $${expression}$?`
}

/** A question that compares two quantities; only differences and ratios have one. */
function comparisonQuestion(node: CombineNode, left: string, right: string): string {
  const forms =
    node.form === 'difference'
      ? [`By how much does ${left} exceed ${right}?`, `How much greater is ${left} than ${right}?`]
      : [
          `How many times as large as ${right} is ${left}?`,
          `What is the result when ${left} is divided by ${right}?`,
        ]
  return forms[node.wording % forms.length] as string
}

/** `30 - 12$ = <<30-12=18>>18.`: the end of a line that begins with the combination in letters. */
function combinationStep(node: CombineNode, replacement: Replacement | undefined): string {
  const [left, right, result] = [node.left, node.right, node].map((part) => numberOf(part, replacement)) as [
    Rational,
    Rational,
    Rational,
  ]
  const sign = { difference: '-', ratio: '/', total: '+', product: '*' }[node.form]
  const symbol = { difference: '-', ratio: '\\div', total: '+', product: '\\times' }[node.form]
  const shown = `${inMath(node.left, replacement)} ${symbol} ${inMath(node.right, replacement)}$`
  return `${shown} = <<${enclose(left)}${sign}${enclose(right)}=${inAnnotation(result)}>>${inText(inMath(node, replacement))}.`
}

/** The result of a node as LaTeX. */
function inMath(node: CompositionNode, replacement: Replacement | undefined): string {
  return showAnswer({ kind: 'rational', value: numberOf(node, replacement) }, answerStyle(node))
}

function numberOf(node: CompositionNode, replacement: Replacement | undefined): Rational {
  const answer = evaluate(node, replacement)
  if (answer?.kind !== 'rational') throw new TypeError(`not a number: ${node.node}`)
  return answer.value
}

function answerStyle(node: CompositionNode): 'plain' | 'money' | 'decimal' {
  if (node.node === 'family') return familyOf(node).answerStyle ?? 'plain'
  return quantityOf(node).kind === 'money' ? 'money' : answerStyle(node.left)
}

/** A number as an annotation has it: a decimal where it is finite, otherwise a fraction. */
function inAnnotation(value: Rational): string {
  return decimalPlaces(value) === undefined ? toFraction(value) : toDecimal(value)
}

/** Fractions and negative numbers stand in parentheses inside an annotation. */
function enclose(value: Rational): string {
  return decimalPlaces(value) !== undefined && value.numerator >= 0n
    ? inAnnotation(value)
    : `(${inAnnotation(value)})`
}

/** A bare number stays as it is in prose; anything with LaTeX in it goes between dollar signs. */
function inText(answer: string): string {
  return /^[\w .:-]*$/.test(answer) ? answer : `$${answer}$`
}
