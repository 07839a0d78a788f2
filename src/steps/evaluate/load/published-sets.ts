import type { BenchSet } from '../bench-item.ts'

/** What is published about a set: MathScale (arXiv 2403.02884), Table 1; licences as their origins state them. */
export interface PublishedSet {
  readonly title: string
  /** Rows of the part that is evaluated. */
  readonly test: number
  /** Rows of the training part; 0 where there is none. */
  readonly train: number
  readonly level: 'elementary' | 'K12' | 'high school' | 'competition' | 'college'
  /** SPDX id, or `unknown` where the origin states none. A row's own licence goes before it. */
  readonly license: string
  /** Rows of the origin's own test files before choice questions are left out, where that is known. */
  readonly origin?: number
  /** Rows by subject, where the paper's repository has them. */
  readonly subjects?: Readonly<Record<string, number>>
  /** Why a copy in the origin's own format has another size. */
  readonly difference?: string
}

export const publishedSets: Readonly<Record<BenchSet, PublishedSet>> = {
  gsm8k: { title: 'GSM8K', test: 1319, train: 7473, level: 'elementary', license: 'MIT', origin: 1319 },
  math: {
    title: 'MATH',
    test: 5000,
    train: 7498,
    level: 'competition',
    license: 'MIT',
    origin: 5000,
    subjects: {
      algebra: 1187,
      'counting-and-probability': 474,
      geometry: 479,
      'intermediate-algebra': 903,
      'number-theory': 540,
      prealgebra: 871,
      precalculus: 546,
    },
    difference:
      'two of the 7,500 training rows of the origin have an empty box, which leaves the 7,498 of the paper',
  },
  'tal-scq': {
    title: 'TAL-SCQ',
    test: 1496,
    train: 2638,
    level: 'K12',
    license: 'MIT',
    origin: 2000,
    difference:
      'choice questions are turned into word problems by phrases of which the first is illegible in the paper: of 3,000 training rows our phrases keep 2,712 before answers that name other options are left out, the paper 2,638',
  },
  math23k: {
    title: 'Math23k',
    test: 949,
    train: 1000,
    level: 'elementary',
    license: 'unknown',
    origin: 1000,
    difference: 'the paper has translations into English and does not say which rows were left out',
  },
  ape210k: {
    title: 'Ape210k',
    test: 4874,
    train: 967,
    level: 'elementary',
    license: 'unknown',
    origin: 5000,
    difference: 'the paper has translations into English and does not say which rows were left out',
  },
  'gaokaobench-math': {
    title: 'GaokaoBench-Math',
    test: 508,
    train: 0,
    level: 'high school',
    license: 'Apache-2.0',
    difference: 'the paper has translations into English; which rows it left out is not said',
  },
  'agieval-gaokao-math': {
    title: 'AGIEval-Gaokao-Math',
    test: 404,
    train: 0,
    level: 'high school',
    license: 'MIT',
    origin: 469,
    difference:
      'the paper has translations into English of gaokao-mathqa (351) and gaokao-mathcloze (118) and does not say which rows were left out',
  },
  'agieval-sat-math': {
    title: 'AGIEval-SAT-Math',
    test: 102,
    train: 0,
    level: 'high school',
    license: 'MIT',
    origin: 220,
    difference:
      'choice questions are turned into word problems; the list of phrases is illegible in one place',
  },
  'agieval-math': {
    title: 'AGIEval-MATH',
    test: 938,
    train: 0,
    level: 'competition',
    license: 'MIT',
    origin: 1000,
    difference: 'the origin has 1,000 rows; the paper does not say which it left out',
  },
  'college-math': {
    title: 'CollegeMath',
    test: 2818,
    train: 1281,
    level: 'college',
    license: 'unknown',
    subjects: {
      algebra: 1000,
      calculus: 500,
      'differential-equation': 309,
      'linear-algebra': 260,
      precalculus: 500,
      probability: 139,
      'vector-calculus': 110,
    },
    difference: 'licences differ by book: only 1,260 rows are under a plain CC BY',
  },
  'fresh-gaokao-2023': {
    title: 'Fresh-GaokaoMath-2023',
    test: 30,
    train: 0,
    level: 'high school',
    license: 'unknown',
    origin: 30,
    difference: 'not one of the ten sets of the averages',
  },
}
