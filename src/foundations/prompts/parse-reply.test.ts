import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemContract, solutionContract } from './output-contracts.ts'
import { parseReply } from './parse-reply.ts'
import { tidyText } from './tidy-text.ts'

const schema = z.object({ solution: z.string().trim().min(1), finalAnswer: z.string().trim().min(1) })
const good = '{"solution": "2+2=4", "finalAnswer": "4"}'
const value = { solution: '2+2=4', finalAnswer: '4' }

describe('parseReply', () => {
  it.each([
    ['alone', good],
    ['in a fence', `Here it is:\n\`\`\`json\n${good}\n\`\`\`\nI hope this helps! {smile}`],
    ['after reasoning', `<think>maybe {"solution": "no", "finalAnswer": "5"}</think>${good}`],
    ['after a draft', `{"solution": "first try", "finalAnswer": "5"} no, rather ${good}`],
    ['with a comma at the end', '{"solution": "2+2=4", "finalAnswer": "4",}'],
    ['with a number', '{"solution": "2+2=4", "finalAnswer": 4}'],
    ['with more keys', '{"solution": "2+2=4", "finalAnswer": "4", "__proto__": {"x": 1}, "note": "hi"}'],
    ['among formulas', `For the set {x : x > {1}} we get ${good} done`],
    ['after an open bracket', `{ oops\n${good}`],
  ])('reads JSON %s', (_, text) => expect(parseReply(text, schema)).toEqual({ outcome: 'parsed', value }))

  it.each([
    [String.raw`{"solution": "\frac{1}{2} \times 4 \right) \boxed{2} \sqrt{4}", "finalAnswer": "\theta"}`],
    [
      String.raw`{"solution": "\\frac{1}{2} \\times 4 \\right) \\boxed{2} \\sqrt{4}", "finalAnswer": "\\theta"}`,
    ],
  ])('reads LaTeX with single and doubled backslashes: %s', (text) =>
    expect(parseReply(text, schema)).toEqual({
      outcome: 'parsed',
      value: {
        solution: String.raw`\frac{1}{2} \times 4 \right) \boxed{2} \sqrt{4}`,
        finalAnswer: String.raw`\theta`,
      },
    }),
  )

  it('keeps line breaks, written or raw', () => {
    const parsed = parseReply('{"solution": "a\\nto b\nc \\"d\\" \\u0041", "finalAnswer": "4"}', schema)
    expect(parsed).toMatchObject({ value: { solution: 'a\nto b\nc "d" A' } })
  })

  it.each([
    ['', 'empty'],
    ['<think>so much to say', 'only reasoning'],
    ['The answer is 4.', 'no JSON object'],
    ["{'solution': '2+2', 'finalAnswer': '4'}", 'not JSON'],
    ['{"solution": "2+2"}', 'wrong shape'],
    ['{"solution": "", "finalAnswer": "4"}', 'wrong shape'],
    ['{"solution": ["2"], "finalAnswer": "4"}', 'wrong shape'],
    ['{"solution": "a", "finalAnswer": "4"', 'no JSON object'],
    [`${'{"a":['.repeat(40)}1${']}'.repeat(40)}`, 'no JSON object'],
    ['x'.repeat(200_001), 'too long'],
  ])('keeps %j and says why', (raw, reason) =>
    expect(parseReply(raw, schema)).toMatchObject({ outcome: 'unreadable', reason, raw }),
  )

  it('makes text well-formed', () => {
    const raw = String.raw`{"solution": "a\ud800b\u0000c", "finalAnswer": "4"}`
    expect(parseReply(raw, schema)).toMatchObject({ value: { solution: 'a\ufffdbc' } })
  })

  it('changes no prototype', () => {
    parseReply(
      '{"solution": "a", "finalAnswer": "4", "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
      schema,
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('gives back what JSON wrote, whatever the text', () => {
    assert(
      property(string({ unit: 'grapheme-composite', minLength: 1 }), (text) => {
        const solution = `a${text}b`
        const raw = JSON.stringify({ solution: solution.replaceAll('\\', '/'), finalAnswer: '4' })
        expect(parseReply(raw, schema)).toMatchObject({
          outcome: 'parsed',
          value: { solution: solution.replaceAll('\\', '/') },
        })
      }),
    )
  })

  it('never throws', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        parseReply(text, problemContract.schema)
        parseReply(`{"question": "${text}"}`, solutionContract.schema)
      }),
    )
  })

  it('is bounded on hostile replies', () => {
    for (const unit of ['{', '{"', '{"a":', '\\', '[[', '}', '<think>', '",', '{}'])
      parseReply(unit.repeat(Math.floor(199_000 / unit.length)), schema)
  })
})

describe('tidyText', () => {
  it.each([
    ['**Question:** How many?', 'How many?'],
    ['**How many?**', 'How many?'],
    ['Problem: How **many** are left?', 'How **many** are left?'],
    ['How many?**', 'How many?'],
    ['```\nHow many?\n```', 'How many?'],
    ['### Solution:\n2+2=4', '2+2=4'],
    ['The question: who?', 'The question: who?'],
  ])('%j → %j', (text, tidy) => expect(tidyText(text)).toBe(tidy))
})
