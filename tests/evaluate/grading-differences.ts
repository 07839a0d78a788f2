/** A way in which our checker and MWPBench's published rule differ, shown on cases. Each name is a heading of `docs/evaluation-grading.md`. */
export interface GradingDifference {
  readonly name: string
  readonly cases: readonly {
    readonly gold: string
    readonly completion: string
    readonly ours: boolean
    readonly lenient: boolean
  }[]
}

const r = String.raw
const accepted = (gold: string, completion: string) => ({ gold, completion, ours: false, lenient: true })
const missed = (gold: string, completion: string) => ({ gold, completion, ours: true, lenient: false })

export const gradingDifferences: readonly GradingDifference[] = [
  {
    name: 'Part of the other text',
    cases: [
      accepted('x+2', r`\boxed{x+23}`),
      accepted(r`\sqrt{2}`, r`\boxed{5+\sqrt{2}}`),
      accepted(r`\frac{1}{2}x+3`, r`\boxed{x+3}`),
    ],
  },
  {
    name: 'A short formula anywhere',
    cases: [
      accepted('$i$', 'The answer is 5 in total.'),
      accepted('$e$', 'The answer is the square.'),
      accepted('$2$', r`\boxed{x+12}`),
    ],
  },
  {
    name: 'Infinity inside an interval',
    cases: [
      accepted(r`$\infty$`, r`The answer is $(-\infty, 3)$.`),
      accepted(r`$\infty$`, r`\boxed{-\infty}`),
    ],
  },
  {
    name: 'Commas',
    cases: [
      accepted('(1,2)', r`\boxed{(12)}`),
      accepted('1,2', r`\boxed{12}`),
      accepted('3,14', r`\boxed{314}`),
    ],
  },
  {
    name: 'Upper and lower case',
    cases: [accepted('$X+Y$', r`\boxed{x+y}`), accepted('$2A$', r`\boxed{2a}`)],
  },
  {
    name: 'What an answer is not',
    cases: [accepted('1440', 'The answer is not 1440.')],
  },
  {
    name: 'The last number instead of the answer',
    cases: [
      missed('12', 'The answer is 12. I checked it in 3 ways.'),
      accepted('3', 'The answer is 12. I checked it in 3 ways.'),
      missed('5', 'The answer is 5. (See step 2.)'),
    ],
  },
  {
    name: 'The last "is", also inside a word',
    cases: [missed(r`$\pi$`, r`We find $x = \pi$. Nothing else satisfies this`)],
  },
  {
    name: 'No word that announces an answer',
    cases: [missed('$x+1$', '$x+1$'), missed(r`\frac{11}{20}`, '答案：11/20')],
  },
  {
    name: 'Equal values and formulas in other words',
    cases: [
      missed('0.75', r`\boxed{\frac{3}{4}}`),
      missed(r`\frac{3}{4}`, r`\boxed{\frac{6}{8}}`),
      missed(r`2\sqrt{3}`, r`\boxed{\sqrt{12}}`),
      missed('x^2-1', r`\boxed{(x-1)(x+1)}`),
      missed('1024', r`\boxed{2^{10}}`),
      missed('(4,\\infty)', r`\boxed{x>4}`),
    ],
  },
  {
    name: 'The order of several answers',
    cases: [missed(r`\{1, 2\}`, r`\boxed{\{2, 1\}}`), missed('-3, 5', r`\boxed{5, -3}`)],
  },
  { name: 'Several boxes', cases: [missed('-3, 5', r`\boxed{-3} and \boxed{5}`)] },
  {
    name: 'Units and percent signs',
    cases: [missed('5', r`\boxed{5\text{cm}}`), missed(r`25\%`, r`\boxed{25%}`)],
  },
  {
    name: 'Names before the answer',
    cases: [missed('5', r`\boxed{x_1=5}`), missed('5', r`\boxed{\text{Area}=5}`)],
  },
  { name: 'A box that is cut off', cases: [missed('2x+1', r`So it becomes \boxed{2x+1`)] },
]
