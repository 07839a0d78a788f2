import { wordsOf } from '../../../foundations/text/tokens.ts'

const values: ReadonlyMap<string, string> = new Map(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
  ].map((word, value) => [word, String(value)]),
)

/** Numbers from zero to twenty written as words, as digits; `one` is left out, being mostly an article. */
export function writtenNumbers(text: string): readonly string[] {
  return wordsOf(text).flatMap((word) => (word === 'one' ? [] : (values.get(word) ?? [])))
}
