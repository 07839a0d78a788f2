import { describe, expect, it } from 'vitest'
import { choiceToWord, readOption, splitOptions } from './choice-to-word.ts'
import { readRow } from './read-row.ts'

describe('readRow', () => {
  it.each([
    [
      'GSM8K',
      { question: 'How many?', answer: '2+2=<<2+2=4>>4\n#### 4' },
      { question: 'How many?', answer: '4', solution: '2+2=<<2+2=4>>4' },
    ],
    [
      'MATH',
      {
        problem: 'Find $x$.',
        level: 'Level 5',
        type: 'Counting & Probability',
        solution: 'So $\\boxed{\\frac12}$.',
      },
      { answer: '\\frac12', level: '5', subject: 'counting-and-probability' },
    ],
    [
      'TAL-SCQ as published',
      {
        queId: 'ab12',
        problem: '3 x 9 = ',
        answer_option_list: [[{ aoVal: 'A', content: '$$27$$ ' }], [{ aoVal: 'B', content: '$$28$$ ' }]],
        answer_value: 'A',
        answer_analysis: ['Times.'],
        difficulty: 2,
      },
      { question: '3 x 9 =', answer: '$$27$$', number: 'ab12', level: '2', solution: 'Times.' },
    ],
    [
      'Math23k',
      { id: '1', original_text: '共几页？', segmented_text: '共 几 页 ？', equation: 'x=2*3', ans: '6' },
      { question: '共几页？', answer: '6', number: '1', solution: 'x=2*3' },
    ],
    [
      'Ape210k',
      { id: 5, original_text: '几？', equation: 'x=3/5', ans: '3/5' },
      { number: '5', answer: '3/5' },
    ],
    [
      'AGIEval choice',
      { passage: 'P.', question: 'Q?', options: ['(A)1', '(B) 2'], label: 'B', other: { solution: 's' } },
      { question: 'P.\nQ?', answer: '2', solution: 's' },
    ],
    [
      'AGIEval MATH',
      {
        passage: null,
        question: 'Q?',
        options: null,
        label: null,
        answer: '7',
        other: { level: 3, type: 'Geometry' },
      },
      { answer: '7', level: '3', subject: 'geometry' },
    ],
    [
      'GAOKAO-Bench choice',
      { question: '1. 求值 ( )\nA. 1 B．2\nC. 3 D. 4', answer: ['B'], analysis: '略' },
      { question: '1. 求值 ( )', answer: '2', solution: '略' },
    ],
    ['GAOKAO-Bench blank', { question: '填空', answer: ['$\\frac{1}{2}$'] }, { answer: '$\\frac{1}{2}$' }],
  ])('%s', (_, row, fields) => {
    expect(readRow(row)).toMatchObject({ fields })
  })

  it.each([
    ['gsm8k', 'gsm8k', undefined],
    ['MATH.Counting_&_Probability', 'math', 'counting-and-probability'],
    ['MATH.Algebra', 'math', 'algebra'],
    ['college_math.linear_algebra', 'college-math', 'linear-algebra'],
    ['tal', 'tal-scq', undefined],
    ['gaokao_bench_math_en', 'gaokaobench-math', undefined],
    ['math23k_en', 'math23k', undefined],
    ['ape210k_en', 'ape210k', undefined],
    ['agieval.gaokao-math-en', 'agieval-gaokao-math', undefined],
    ['agieval.math', 'agieval-math', undefined],
    ['agieval.sat-math', 'agieval-sat-math', undefined],
    ['FreshGaokaoMath2023', 'fresh-gaokao-2023', undefined],
  ])('MWPBench topic %s is %s', (topic, set, subject) => {
    const row = {
      data_topic: topic,
      data_source: 's',
      question: 'Q?',
      answer: '1',
      license: 'MIT',
      question_number: 'n.1',
    }
    const read = readRow(row)
    expect(read).toMatchObject({
      set,
      fields: { question: 'Q?', answer: '1', license: 'MIT', number: 'n.1' },
    })
    expect('fields' in read ? read.fields.subject : 'unread').toBe(subject)
  })

  it.each([
    [{ text: 'x' }, /no question; formats are/],
    [{ question: 'Q?' }, /no answer; formats are/],
    [{ question: 'Q?', answer: 'so\n####  ' }, /nothing after ####/],
    [{ problem: 'P', solution: 'no box' }, /\\boxed/],
    [{ original_text: '？' }, /no ans/],
    [{ question: 'Q?', options: null, label: null, answer: null }, /neither options nor answer/],
    [{ question: 'Q?', answer: '1', data_topic: 'physics' }, /unknown data_topic: physics/],
  ])('%j cannot be read', (row, reason) => {
    expect(readRow(row)).toMatchObject({ reason: expect.stringMatching(reason) })
  })
})

describe('choiceToWord', () => {
  const options = [
    { label: 'A', text: ' $4$ ' },
    { label: 'B', text: 'None of the above' },
  ]
  it('pairs the question with the text of the right option', () => {
    expect(choiceToWord({ question: 'What is 2+2? ', options, label: 'A' })).toEqual({
      question: 'What is 2+2?',
      answer: '$4$',
    })
  })
  it.each([
    ['Which of the following is 4?', 'A', 'the question needs its options'],
    ['WHICH ONE is 4?', 'A', 'the question needs its options'],
    ['Which is more?', 'A', 'the question needs its options'],
    ['Compute the following sum.', 'A', 'the question needs its options'],
    ['Which statement holds?', 'A', 'the question needs its options'],
    ['下列哪个数最大？', 'A', 'the question needs its options'],
    ['What is 2+2?', 'B', 'the answer names other options'],
    ['What is 2+2?', 'C', 'no right option'],
    ['What is 2+2?', undefined, 'no right option'],
  ])('%s (%s): %s', (question, label, dropped) => {
    expect(choiceToWord({ question, options, label })).toEqual({ dropped })
  })
  it('keeps questions that only say "which"', () => {
    expect(choiceToWord({ question: 'Which number is 2+2?', options, label: 'A' })).toHaveProperty('answer')
  })
})

describe('options', () => {
  it.each([
    ['(A)570', 0, { label: 'A', text: '570' }],
    ['（B）5', 0, { label: 'B', text: '5' }],
    ['C. x', 0, { label: 'C', text: 'x' }],
    ['D．y', 0, { label: 'D', text: 'y' }],
    ['plain', 2, { label: 'C', text: 'plain' }],
    ['A big number', 1, { label: 'B', text: 'A big number' }],
  ])('reads %s', (text, place, option) => expect(readOption(text, place)).toEqual(option))
  it('are split off a question', () => {
    expect(splitOptions('Sum? A. 1 B. 2\nC. $C_3$ D. 4')).toEqual({
      question: 'Sum?',
      options: [
        { label: 'A', text: '1' },
        { label: 'B', text: '2' },
        { label: 'C', text: '$C_3$' },
        { label: 'D', text: '4' },
      ],
    })
    expect(splitOptions('Point A. is given')).toBeUndefined()
  })
})
