import { describe, expect, it } from 'vitest'
import { fuzzedText } from '../../bench/grade/fuzzed-text.ts'
import { hostileTexts } from '../../bench/grade/hostile-texts.ts'
import { gradeAnswer } from '../../src/foundations/answers/grade-answer.ts'

const limit = 50

/** Processor milliseconds of one grade, the lower of two: other processes do not count. */
function milliseconds(gold: string, pred: string): number {
  const times = [0, 1].map(() => {
    const begin = process.cpuUsage()
    gradeAnswer(gold, pred)
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

describe('the time of one grade', () => {
  it.each([...hostileTexts])('%s', (_, text) => {
    for (const other of [text, `${text} `, '5', `\\boxed{${text}}`, `${text.slice(0, -1)}2`, 'x^2+1'])
      expect(milliseconds(text, other)).toBeLessThan(limit)
  })

  it('100,000 random texts', () => {
    let worst = 0
    for (let index = 0; index < 100_000; index++)
      worst = Math.max(worst, milliseconds(fuzzedText(index), fuzzedText(index + 100_000)))
    expect(worst).toBeLessThan(limit)
  }, 300_000)
})
