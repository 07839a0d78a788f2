import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../core/random.ts'
import { insertSentences, placeDistractors, safePlaces, splitSentences } from './insert-distractors.ts'

const question =
  'Mira has 12 pears. She eats 3 of them. Then she buys twice as many as Jon has. Jon has 4 pears. How many pears does Mira have?'

describe('distractors', () => {
  it('stand at the beginning or before a sentence that names its own person', () => {
    const sentences = splitSentences(question)
    expect(sentences).toHaveLength(5)
    expect(safePlaces(sentences)).toEqual([0, 3, 4])
    expect(splitSentences('It costs $4.50 at St. Anne. Why?')).toEqual([
      'It costs $4.50 at St.',
      'Anne.',
      'Why?',
    ])
  })
  it('are set apart where everyone together is asked of', () => {
    const texts = ['Lars has 5 plums.']
    const random = randomAt(randomKey('test'), 0)
    expect(placeDistractors(question, texts, random)[0]?.text).toBe('Lars has 5 plums.')
    const together = 'Mira has 2 pears and Jon has 3. How many do they have altogether?'
    expect(placeDistractors(together, texts, random)[0]?.text).toBe('In another town, Lars has 5 plums.')
  })
  it('leave every sentence of the question in its order, and fewer are the first of more', () => {
    const texts = [
      'Lars has 5 plums.',
      'Elif walks 3 km.',
      'Omar is 40 years old.',
      'Rosa saves $5.',
      'Ivan is tall.',
    ]
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 5 }), (index, count) => {
        const all = placeDistractors(question, texts, randomAt(randomKey('test'), index))
        const fewer = placeDistractors(question, texts.slice(0, count), randomAt(randomKey('test'), index))
        expect(fewer).toEqual(all.slice(0, count))
        const inserted = splitSentences(insertSentences(question, fewer))
        expect(inserted.filter((sentence) => !texts.includes(sentence))).toEqual(splitSentences(question))
        expect(inserted).toHaveLength(5 + count)
      }),
    )
    expect(insertSentences(question, [])).toBe(question)
  })
})
