/** What is looked at in a question; the rest is left out. */
const maximumText = 20_000

/** Source of a figure: drawing commands, which say little of the problem and much of its length. */
const figure = /\[asy\][\s\S]*?(?:\[\/asy\]|$)/g
const formula = /\$[^$]{1,600}\$|\\\[[\s\S]{1,600}?\\\]|\\\([\s\S]{1,600}?\\\)/g

interface ReadQuestion {
  /** The question without its figures. */
  readonly text: string
  /** Its formulas, without the names of commands. */
  readonly symbols: string
  readonly whole: string
}

type Feature = (question: ReadQuestion) => number

function count(pattern: RegExp): Feature {
  return ({ text }) => Math.log1p(text.match(pattern)?.length ?? 0)
}

function has(pattern: RegExp): Feature {
  return ({ text }) => (pattern.test(text) ? 1 : 0)
}

function distinct(text: string, pattern: RegExp): number {
  return Math.log1p(new Set(text.match(pattern)).size)
}

/**
 * What can be counted in a question alone: length, kinds of symbols, conditions, operators, what is asked for. Counts are logarithms
 * of one more, marks are 0 or 1.
 */
const features: Readonly<Record<string, Feature>> = {
  length: ({ text }) => Math.log1p(text.length),
  lengthWithFigures: ({ whole }) => Math.log1p(whole.length),
  words: count(/[A-Za-z]{2,}/g),
  wordLength: ({ text }) => {
    const words = text.match(/[A-Za-z]{2,}/g) ?? []
    return words.reduce((sum, word) => sum + word.length, 0) / Math.max(1, words.length)
  },
  sentenceLength: ({ text }) =>
    Math.log1p(text.length / Math.max(1, text.match(/[.?!](?:\s|$)/g)?.length ?? 0)),
  sentences: count(/[.?!](?:\s|$)/g),
  numbers: count(/\d+(?:\.\d+)?/g),
  distinctNumbers: ({ text }) => distinct(text, /\d+(?:\.\d+)?/g),
  largestNumber: ({ text }) =>
    Math.log1p(Math.max(0, ...(text.match(/\d{1,9}/g) ?? []).slice(0, 500).map(Number))),
  formulas: count(/\$[^$]{1,600}\$/g),
  commands: count(/\\[A-Za-z]+/g),
  distinctCommands: ({ text }) => distinct(text, /\\[A-Za-z]+/g),
  letters: ({ symbols }) => distinct(symbols, /[A-Za-z]/g),
  capitals: ({ symbols }) => Math.log1p(symbols.match(/[A-Z]/g)?.length ?? 0),
  powers: count(/\^/g),
  subscripts: count(/_/g),
  equations: count(/=/g),
  inequalities: count(/\\[lg]eq?(?![a-z])|\\neq|[<>≤≥]/g),
  fractions: count(/\\[dt]?frac/g),
  roots: count(/\\sqrt/g),
  dots: has(/\\[lcd]?dots|\.\.\./),
  functions: has(/\b[fgPQph]\s*\(/),
  trigonometry: has(/\\(?:sin|cos|tan|sec|csc|cot|arc)/),
  logarithms: has(/\\(?:log|ln)/),
  binomials: has(/\\[dt]?binom/),
  greek: has(/\\(?:theta|alpha|beta|gamma|omega|phi|pi)/),
  bars: has(/\||\\lvert/),
  sums: has(/\\(?:sum|prod|int|lim)/),
  vectors: has(/\\mathbf|\\vec|pmatrix/),
  floors: has(/\\lfloor|\\lceil/),
  conditions: count(
    /\b(?:if|such that|given|suppose|let|where|when|so that|satisf\w+|provided|unless|each|every|exactly|at least|at most|no two|only|but|not)\b/gi,
  ),
  extremes: has(/\b(?:minimum|maximum|smallest|least|largest|greatest|most)\b/i),
  all: has(/\ball\b/i),
  howMany: has(/\bhow many\b/i),
  whatIs: has(/\bwhat is\b/i),
  find: has(/\bfind\b/i),
  work: has(/\b(?:simplify|evaluate|compute|calculate|solve|factor|expand|convert)\b/i),
  express: has(/\bexpress\b|\bin terms of\b/i),
  sumOf: has(/\bsum of (?:all|the)\b/i),
  distinctThings: has(/\b(?:distinct|different)\b/i),
  real: has(/\breal\b/i),
  integers: has(/\bintegers?\b/i),
  probability: has(/\bprobability\b/i),
  circles: has(/\b(?:circles?|inscribed|circumscribed|tangent)\b/i),
  polynomials: has(/\b(?:functions?|polynomials?)\b/i),
  figures: ({ whole }) => (whole.includes('[asy]') ? 1 : 0),
}

export const questionFeatures: readonly string[] = Object.keys(features)

/** The features of a question in the order of {@link questionFeatures}. Linear in the text; what is beyond 20,000 units is left out. */
export function featuresOf(question: string): Float64Array {
  const whole = question.slice(0, maximumText)
  const text = whole.replaceAll(figure, '')
  const symbols = (text.match(formula) ?? []).join(' ').replaceAll(/\\[A-Za-z]+/g, ' ')
  const read: ReadQuestion = { text, symbols, whole }
  return Float64Array.from(Object.values(features), (feature) => feature(read))
}
