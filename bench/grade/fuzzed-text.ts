import { randomAt, randomKey } from '../../src/core/random.ts'

const pieces =
  '\\frac{ } \\sqrt \\boxed{ \\left( \\right) \\{ \\} ( ) [ ] { } , ; : = < > \\le \\ge ^ _ ! + - * / \\pm \\cup \\in \\infty \\pi \\sin \\log_2 \\binom \\sum_{k=1}^{ \\begin{pmatrix} \\end{pmatrix} \\\\ & \\text{ cm } apples the answer is ** #### $ $$ \\( \\) | \\mid 0 1 2 3 12 100 3.14 1,000 0.\\overline{3} x y n i e ² √ ½ π ∞ ≤ ∪ 三分之一 答案是 % \\% \\circ °'.split(
    ' ',
  )

/** A text of random pieces of answers and random characters, a pure function of its index. */
export function fuzzedText(index: number): string {
  const random = randomAt(randomKey('grade-fuzz'), index)
  const length = random.integer(1, random.integer(1, 10) === 1 ? 200 : 25)
  let text = ''
  for (let place = 0; place < length; place++) {
    const kind = random.integer(0, 19)
    if (kind === 0) text += String.fromCharCode(random.integer(0, 0xffff))
    else text += random.pick(pieces) + (kind < 6 ? ' ' : '')
  }
  return text
}
