/** What a LaTeX command does to the canonical form of a text. A number ≥ {@link operatorBase} is an operator of that code. */
export const commandEffect = { silent: 1, delimiter: 2, style: 3, fraction: 4, degree: 5 } as const

/** Operators are known by the code of their ASCII sign, or by a code from here on where there is none. */
export const operatorBase = 32
export const operatorCode = {
  ellipsis: 0x1001,
  row: 0x1002,
  norm: 0x1003,
  braceOpen: 0x1004,
  braceClose: 0x1005,
  groupOpen: 0x1006,
  groupClose: 0x1007,
  fraction: 0x1008,
  ring: 0x1009,
  lessOrEqual: 0x100a,
  greaterOrEqual: 0x100b,
  notEqual: 0x100c,
  plusMinus: 0x100d,
  minusPlus: 0x100e,
  approximately: 0x100f,
  doubleDash: 0x1010,
  blank: 0x1011,
  factorial: 0x1012,
  prime: 0x1013,
  separator: 0x1014,
} as const

const effects: Readonly<Record<string, number>> = {
  cdot: 42,
  times: 42,
  ast: 42,
  div: 47,
  lt: 60,
  gt: 62,
  le: operatorCode.lessOrEqual,
  leq: operatorCode.lessOrEqual,
  leqslant: operatorCode.lessOrEqual,
  ge: operatorCode.greaterOrEqual,
  geq: operatorCode.greaterOrEqual,
  geqslant: operatorCode.greaterOrEqual,
  ne: operatorCode.notEqual,
  neq: operatorCode.notEqual,
  pm: operatorCode.plusMinus,
  mp: operatorCode.minusPlus,
  approx: operatorCode.approximately,
  circ: operatorCode.ring,
  vert: 124,
  lvert: 124,
  rvert: 124,
  mid: 124,
  Vert: operatorCode.norm,
  lVert: operatorCode.norm,
  rVert: operatorCode.norm,
  lbrace: operatorCode.braceOpen,
  rbrace: operatorCode.braceClose,
  prime: operatorCode.prime,
  degree: commandEffect.degree,
  left: commandEffect.delimiter,
  right: commandEffect.delimiter,
}

const groups: readonly (readonly [number, string])[] = [
  [operatorCode.ellipsis, 'dots ldots cdots dotsc dotsb dotsm dotso'],
  [commandEffect.fraction, 'frac dfrac tfrac cfrac'],
  [
    commandEffect.silent,
    `big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle limits nolimits quad qquad
    hfill newline noindent par medskip smallskip bigskip nonumber allowbreak thinspace enspace space`,
  ],
  [
    commandEffect.style,
    'text textrm textbf textit textsf texttt textnormal emph mathrm mathbf mathit mathsf mathbb mathcal mathfrak boldsymbol bm operatorname mbox hbox',
  ],
]

/** The effect of a command by its name without the backslash; a command that is absent is a word. */
export const commandEffects: ReadonlyMap<string, number> = new Map([
  ...Object.entries(effects),
  ...groups.flatMap(([effect, names]) => names.split(/\s+/).map((name) => [name, effect] as const)),
])
