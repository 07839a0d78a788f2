import { describe, expect, it } from 'vitest'
import { checkSelfContained } from './check-self-contained.ts'

describe('checkSelfContained', () => {
  it.each([
    'Tom pays $5 for 3 pens and $7 for a book. How much does he pay?',
    'He spent 6$ on Monday. How much is that in cents?',
    'Ada owes \\$4.75 for food and \\$9.75 for drinks and pays with $n$ dollars. Find the change.',
    'A class draws a park to scale. In the drawing a road measures 5 cm. How long is it at 2 km per cm?',
    'For what $x$ is $\\frac{1}{x-2}$ undefined?',
    'For which $x$ is the expression undefined for all $y$?',
    'Let \\[f(x) = \\left\\{ \\begin{array}{cl} x & x > 0 \\\\ 0 & x \\le 0 \\end{array} \\right.\\] Find $f(2)$.',
    'In the figure, find $x$. [asy] draw((0,0)--(1,1)); [/asy]',
    'The table below gives the counts.\n| a | b |\n| 1 | 2 |\nHow many are there?',
    'The numbers are as shown below: 3, 5, 8. What is their mean?',
    'Which of the following is prime? (A) 4 (B) 5 (C) 6',
    'How many movies are shown in a day of 8 hours?',
    'Three cards are drawn at random from a deck. What is the chance of three aces?',
    'The set $\\{x : x > {a}\\}$ has $a = 3$. What is its infimum?',
    'The 100\\textsuperscript{th} term of the sequence is 5. What is the 101st if it grows by 1?',
    'It costs $\\$$60 a day. What do 3 days cost?',
  ])('passes %s', (question) => expect(checkSelfContained(question)).toMatchObject({ outcome: 'passed' }))

  it.each([
    ['In the figure, find the shaded area.', 'figure is missing'],
    ['Find the perimeter of the triangle shown below.', 'figure is missing'],
    ['The graph below has 5 vertices. How many edges has it?', 'figure is missing'],
    ['Use the following table to find the mean.', 'figure is missing'],
    ['Using the answer to the previous problem, find $x$.', 'refers to other text'],
    ['Refer to Exercise 3 and find $x$.', 'refers to other text'],
    ['Which of the following is prime?', 'choices are missing'],
    ['Tom has {count} apples. How many are left?', 'unfilled placeholder'],
    ['Tom has ${count} apples. How many are left?', 'unfilled placeholder'],
    ['Tom has {{ count }} apples. How many are left?', 'unfilled placeholder'],
    ['Tom has undefined apples. How many are left?', 'unfilled placeholder'],
    ['It costs $undefined. What do 2 cost?', 'unfilled placeholder'],
    ['Find $x$ if $x = undefined + 2$.', 'unfilled placeholder'],
    ['Tom has NaN apples. How many are left?', 'unfilled placeholder'],
    ['Tom has [object Object] apples. How many?', 'unfilled placeholder'],
    ['[insert name] has 3 apples. How many?', 'unfilled placeholder'],
    ['Tom\ufffds apples are 3. How many?', 'unfilled placeholder'],
    ['Find $x if 2x = 6.', 'unbalanced: $'],
    ['Find $\\frac{1}{2$.', 'unbalanced: {'],
    ['Find $\\frac{1}2}$.', 'unbalanced: }'],
    ['Find \\[ x + 1.', 'unbalanced: \\['],
    ['Solve \\begin{align} x = 1.', 'unbalanced: \\begin'],
  ])('fails %s', (question, evidence) => {
    const check = checkSelfContained(question)
    expect(check).toMatchObject({ name: 'self-contained', outcome: 'failed' })
    expect(check.evidence).toContain(evidence)
  })
})
