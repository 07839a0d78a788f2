import { describe, expect, it } from 'vitest'
import { gradeAnswer } from '../../foundations/answers/grade-answer.ts'
import { extractAnswer } from '../../foundations/answers/extract-answer.ts'
import { classifyError, type ErrorFinding } from './error-types.ts'

/** Scores a completion as the default rule does, then asks for its error. */
function errorOf(
  gold: string,
  completion: string,
  {
    question = 'A shop sells 12 boxes of 7 pens each and 9 more pens. How many pens is that?',
    lenient = false,
  } = {},
): ErrorFinding | undefined {
  const { outcome } = gradeAnswer(gold, completion)
  const prediction = extractAnswer(completion)
  return classifyError(
    { question, answer: gold },
    {
      completion,
      correct: outcome === 'equal',
      lenientCorrect: lenient,
      outcome,
      ...(prediction === undefined ? {} : { prediction }),
    },
  )
}

describe('classifyError', () => {
  it('says nothing of a correct completion', () => {
    expect(errorOf('93', '12*7=84 and 84+9=93. The answer is 93.')).toBeUndefined()
  })

  it('finds a slip, and that it is the only fault', () => {
    expect(
      errorOf('93', 'The boxes hold 12 * 7 = 74 pens. With the others 74 + 9 = 83. The answer is 83.'),
    ).toEqual({
      type: 'arithmetic-slip',
      evidence: '12 * 7 is 84, not 74; mended, the answer is 93, which is right',
      mended: 'correct',
      passage: '12 * 7 = 74',
    })
  })

  it('finds a slip in calculator annotations, and that mending it is not enough', () => {
    expect(
      errorOf('93', 'They hold 12*7=<<12*7=74>>74 pens.\nTwice that is <<74*2=148>>148.\n#### 148'),
    ).toMatchObject({
      type: 'arithmetic-slip',
      mended: 'wrong',
    })
  })

  it('leaves open what mending would give where the answer comes from elsewhere', () => {
    expect(errorOf('93', 'We have 12 * 7 = 74. Hence there are 40 pens. The answer is 40.')).toMatchObject({
      type: 'arithmetic-slip',
      mended: 'unknown',
    })
  })

  it('mends through several steps and fractions', () => {
    const finding = errorOf(
      '7/3',
      String.raw`$\frac12 + \frac13 = \frac25$, so $\frac25 + \frac32 = \frac{19}{10}$. The answer is $\frac{19}{10}$.`,
    )
    expect(finding).toMatchObject({ type: 'arithmetic-slip', mended: 'correct' })
  })

  it('calls right steps to a wrong end a wrong set-up, and names what was lost', () => {
    expect(errorOf('93', 'Each box holds 7 pens, so 12*7=84 pens. The answer is 84.')).toEqual({
      type: 'wrong-set-up',
      evidence: '84 where 93 is right, though the one step that can be checked holds; never used: 9',
    })
  })

  it('does not guess where no step is shown', () => {
    expect(errorOf('93', 'The answer is 100.')?.type).toBe('unshown')
  })

  it.each([
    ['1/3', 'So it is $\\boxed{0.33}$ or so, \\boxed{0.3333}.', 'rounded too far'],
    ['12', 'So $x=\\boxed{12}$. Checking with \\boxed{13} fails.', '12 stands in the text'],
  ])('calls %s in another form a matter of format: %s', (gold, completion, evidence) => {
    expect(errorOf(gold, completion)).toMatchObject({
      type: 'format',
      evidence: expect.stringContaining(evidence),
    })
  })

  it('follows the lenient rule', () => {
    expect(errorOf('blue', 'The answer is dark.', { lenient: true })?.type).toBe('format')
  })

  it.each(['', '   \n'])('sees that nothing was answered: %j', (completion) => {
    expect(errorOf('93', completion)?.type).toBe('no-answer')
  })

  it.each([
    `First we count the boxes, of which there are twelve in all, then we multiply 12*7=84 and after that we add the`,
    'First we count, and after a long while we come to $x = 12 \\cdot 7 + 9$, which gives $\\frac{1}{2',
    'The answer must be \\boxed{12 \\cdot 7 +',
  ])('sees a text that breaks off: %s', (completion) => {
    expect(errorOf('93', completion)?.type).toBe('truncated')
  })

  it('does not take a short bare answer for a broken one', () => {
    expect(errorOf('93', '12 apples')?.type).toBe('unshown')
  })
})
