import type { BenchSet } from '../../src/steps/evaluate/bench-item.ts'

/** A problem in the native format of its source, written for these tests, with completions whose verdict a person gave. */
export interface HandMade {
  readonly set: BenchSet
  readonly row: object
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const r = String.raw

export const handMade: readonly HandMade[] = [
  {
    set: 'gsm8k',
    row: {
      question: 'A baker sells 36 rolls on each of 40 days. How many rolls is that?',
      answer: 'She sells 36*40=<<36*40=1440>>1440 rolls.\n#### 1,440',
    },
    right: [
      'She sells 36 * 40 = 1440 rolls.\n#### 1440',
      'That makes 1,440 rolls in all. The answer is 1,440.',
      r`We multiply: $36 \times 40 = 1440$, so the answer is \boxed{1440}.`,
      'The answer is: 1440 rolls',
      'First 36 * 4 = 144 and then ten times as many.\n\n**Answer:** 1440',
      r`The answer is 1440.00.`,
    ],
    wrong: [
      'She sells 36 + 40 = 76 rolls.\n#### 76',
      'The answer is 144.',
      'The answer is 14400.',
      r`\boxed{1441}`,
      'I do not know how many rolls that is.',
      '',
      'The answer is not 1440.',
      'Over 1440 days? The answer is 36.',
    ],
  },
  {
    set: 'math',
    row: {
      problem: r`Find all real $x$ with $|2x - 1| \le 3$. Give your answer in interval notation.`,
      level: 'Level 3',
      type: 'Intermediate Algebra',
      solution: r`We need $-3 \le 2x - 1 \le 3$, so $x \in \boxed{[-1,2]}$.`,
    },
    right: [
      r`The solution set is $\boxed{[-1, 2]}$.`,
      r`So \boxed{x \in [-1,2]}`,
      r`The answer is $-1 \le x \le 2$.`,
      r`\boxed{\left[-1,2\right]}`,
    ],
    wrong: [
      r`\boxed{(-1,2)}`,
      r`\boxed{[-1,2)}`,
      r`\boxed{[-2,1]}`,
      r`The answer is $[-1,\infty)$.`,
      r`\boxed{\{-1,2\}}`,
    ],
  },
  {
    set: 'math',
    row: {
      problem: r`Rationalise $\frac{3}{\sqrt{6}}$.`,
      level: 'Level 2',
      type: 'Algebra',
      solution: r`Multiplying, $\frac{3\sqrt6}{6} = \boxed{\frac{\sqrt{6}}{2}}$.`,
    },
    right: [
      r`It is $\boxed{\frac{\sqrt6}2}$.`,
      r`The answer is $\frac12\sqrt{6}$.`,
      r`\boxed{\dfrac{\sqrt{6}}{2}}`,
      r`The answer is \sqrt{6}/2.`,
    ],
    wrong: [
      r`\boxed{\frac{\sqrt{6}}{3}}`,
      r`\boxed{\frac{6}{2}}`,
      r`The answer is $\sqrt{6}$.`,
      r`\boxed{\frac{\sqrt{3}}{2}}`,
    ],
  },
  {
    set: 'tal-scq',
    row: {
      problem: 'A rectangle is $$6$$ cm long and $$4$$ cm wide. Its area in square centimetres is . ',
      options: [
        { label: 'A', text: '$$10$$' },
        { label: 'B', text: '$$20$$' },
        { label: 'C', text: '$$24$$' },
      ],
      answer_label: 'C',
      difficulty: '1',
      analysis: null,
    },
    right: [
      r`The area is $6 \times 4 = 24$. The answer is $$24$$.`,
      r`\boxed{24}`,
      r`\boxed{24 \text{ cm}^2}`,
    ],
    wrong: [r`The answer is $20$.`, r`\boxed{C}`, r`\boxed{2 4 0}`, 'The perimeter is 20.'],
  },
  {
    set: 'math23k',
    row: {
      id: '7',
      original_text: '一本书有120页，小明第一天看了全书的1/4，第二天看了全书的20%，还剩几分之几没有看？',
      segmented_text: '…',
      equation: 'x=1-1/4-20%',
      ans: '(11/20)',
    },
    right: [
      '1-1/4-20%=11/20。答案是11/20。',
      r`所以还剩 \boxed{\frac{11}{20}}`,
      '答案：0.55',
      r`还剩 $\boxed{55\%}$`,
    ],
    wrong: ['答案是9/20。', r`\boxed{\frac{11}{2}}`, '答案是66页。', '我不会做。'],
  },
  {
    set: 'math23k',
    row: {
      id: '8',
      original_text: '一根绳子长5米，用去3(1/2)米，还剩多少米？',
      equation: 'x=5-3(1/2)',
      ans: '1(1/2)',
    },
    right: [r`5-3.5=1.5。答案是1.5米。`, r`\boxed{1\frac{1}{2}}`, r`\boxed{\frac{3}{2}}`],
    wrong: [r`\boxed{\frac{1}{2}}`, '答案是2.5米。', r`\boxed{\frac{11}{2}}`],
  },
  {
    set: 'ape210k',
    row: {
      id: '281193',
      original_text: '某商店有苹果250千克，卖出其中的3/5，卖出多少千克？',
      equation: 'x=250*(3/5)',
      ans: '150',
    },
    right: ['250×3/5=150（千克）。答案是150千克。', r`\boxed{150}`, '答：卖出150千克。'],
    wrong: ['答案是100千克。', r`\boxed{15}`, '250'],
  },
  {
    set: 'ape210k',
    row: {
      id: '9',
      original_text: '把3米长的绳子平均分成4段，每段长多少米？',
      equation: 'x=3/4',
      ans: '((3)/(4))',
    },
    right: [r`\boxed{\frac34}`, '每段长0.75米。答案是0.75。', '答案是3/4米'],
    wrong: [r`\boxed{\frac43}`, '答案是1/4。', r`\boxed{12}`],
  },
  {
    set: 'ape210k',
    row: { id: '10', original_text: '100粒种子有95粒发芽，发芽率是多少？', equation: 'x=95/100', ans: '95%' },
    right: [r`发芽率是 $\boxed{95\%}$`, '答案是95%。', '答案是0.95。'],
    wrong: ['答案是5%。', r`\boxed{9.5\%}`, r`\boxed{95/1000}`],
  },
  {
    set: 'gaokaobench-math',
    row: {
      year: '2015',
      category: '（新课标）',
      question: '3. (5 分) 已知 $a+b=7$, $a b=12$, 则 $a^{2}+b^{2}=(\\quad)$\nA. 25\nB. 37\nC. 49\nD. 73\n',
      answer: ['A'],
      analysis: '$49-24=25$. 故选 A.',
      index: 2,
      score: 5,
    },
    right: [r`$a^2+b^2=49-24=25$. \boxed{25}`, '所以答案是25。', 'The answer is 25.'],
    wrong: [r`\boxed{37}`, 'The answer is A.', '答案是49。'],
  },
  {
    set: 'agieval-gaokao-math',
    row: {
      passage: null,
      question: '若复数 $z=(1+i)(2-i)$, 则 $|z|=$（  ）',
      options: ['(A)$\\sqrt{10}$', '(B)$10$', '(C)$\\sqrt{5}$', '(D)$2$'],
      label: 'A',
      answer: null,
      other: { source: '测试' },
    },
    right: [
      r`$|z|=\sqrt2\cdot\sqrt5=\sqrt{10}$, \boxed{\sqrt{10}}`,
      r`答案是$\sqrt{10}$。`,
      r`\boxed{\sqrt{2}\sqrt{5}}`,
    ],
    wrong: [r`\boxed{10}`, r`答案是$\sqrt{5}$。`, r`\boxed{3+i}`],
  },
  {
    set: 'agieval-gaokao-math',
    row: {
      passage: null,
      question: '不等式 $x^2-x-6<0$ 的解集是____.',
      options: null,
      label: null,
      answer: '$(-2,3)$',
      other: { source: '测试' },
    },
    right: [r`\boxed{(-2,3)}`, r`答案是$-2<x<3$。`],
    wrong: [r`\boxed{[-2,3]}`, r`\boxed{(-3,2)}`, r`答案是$(-2,+\infty)$。`],
  },
  {
    set: 'agieval-sat-math',
    row: {
      passage: 'The equation $y = 3x + b$ describes a line.',
      question: 'If the line passes through $(2, 11)$, what is $b$ ?',
      options: ['(A)3', '(B)5', '(C)11', '(D)17'],
      label: 'B',
      other: { solution: 'Choice B is correct.' },
    },
    right: ['11 = 6 + b gives b = 5. The answer is 5.', r`$\boxed{b=5}$`],
    wrong: ['The answer is 17.', r`\boxed{11}`, r`\boxed{-5}`, 'The answer is 3.'],
  },
  {
    set: 'agieval-math',
    row: {
      passage: null,
      question: r`Expand $(x+2)(x-5)$.`,
      options: null,
      label: null,
      answer: r`x^2-3x-10`,
      other: { solution: r`$\boxed{x^2-3x-10}$`, level: 2, type: 'Algebra' },
    },
    right: [r`\boxed{x^2 - 3x - 10}`, r`The answer is $x^{2}-3x-10$.`, r`\boxed{-10 - 3x + x^2}`],
    wrong: [r`\boxed{x^2+3x-10}`, r`\boxed{x^2-3x-1}`, r`The answer is $x^2-3x+10$.`],
  },
  {
    set: 'college-math',
    row: {
      data_source: 'college_math.hand_made',
      question_number: 'exercise.1.1',
      question: r`Solve $\int_0^1 e^{x}\,dx$.`,
      answer: r`$e-1$`,
      license: 'CC BY 4.0',
      data_topic: 'college_math.calculus',
    },
    right: [r`The answer is $e - 1$.`, r`\boxed{e-1}`, r`\boxed{-1+e}`],
    wrong: [r`The answer is $e$.`, r`\boxed{1-e}`, r`\boxed{e+1}`],
  },
  {
    set: 'college-math',
    row: {
      data_source: 'college_math.hand_made',
      question_number: 'exercise.1.2',
      question: r`For which $x$ is $2x > 8$?`,
      answer: r`Solution is : $(4, \infty)$`,
      license: 'CC BY 4.0',
      data_topic: 'college_math.algebra',
    },
    right: [r`The answer is $x > 4$.`, r`\boxed{(4,\infty)}`],
    wrong: [r`\boxed{[4,\infty)}`, r`The answer is $\infty$.`, r`\boxed{(-\infty,4)}`],
  },
  {
    set: 'fresh-gaokao-2023',
    row: {
      data_topic: 'FreshGaokaoMath2023',
      data_source: 'FreshGaokaoMath2023',
      question: r`Let \( A = \{1, 2, 3, 4\} \) and \( B = \{x \mid x^2 < 8\} \). Find \( A \cap B \).`,
      answer: r`\{1, 2\}`,
      license: '',
      question_number: 'fresh_gaokao.test',
    },
    right: [r`The answer is $\{1,2\}$.`, r`\boxed{\{2, 1\}}`],
    wrong: [r`\boxed{\{1,2,3\}}`, r`\boxed{(1,2)}`, r`\boxed{\{1\}}`],
  },
]
