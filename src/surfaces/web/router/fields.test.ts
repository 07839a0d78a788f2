import { expect, test } from 'vitest'
import {
  choiceField,
  type Fields,
  integerField,
  numberField,
  optionalIntegerField,
  readFields,
  textField,
  writeFields,
} from './fields.ts'

interface Values {
  readonly name: string
  readonly radius: number
  readonly heat: number
  readonly group: number | undefined
  readonly colour: 'red' | 'blue'
}

const fields: Fields<Values> = {
  name: textField(),
  radius: integerField(1, 2, 1),
  heat: numberField(0.01, 100, 1),
  group: optionalIntegerField(0, 50),
  colour: choiceField(['red', 'blue']),
}
const standard: Values = { name: '', radius: 1, heat: 1, group: undefined, colour: 'red' }

const read = (text: string): Values => readFields(fields, new URLSearchParams(text))

test('what is not in the address, or makes no sense there, reads as the default', () => {
  expect(read('')).toEqual(standard)
  expect(read('radius=3&heat=0&group=51&colour=green')).toEqual(standard)
  expect(read('radius=1.5&heat=&group=-1&colour=')).toEqual(standard)
  expect(read('radius=1e0&heat=abc&group=0x1')).toEqual(standard)
  expect(read('heat=NaN')).toEqual(standard)
})

test('what was written reads back the same, and defaults are not written', () => {
  const values: Values = { name: 'a & b = ß', radius: 2, heat: 0.25, group: 0, colour: 'blue' }
  const written = Object.entries(writeFields(fields, values)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  expect(readFields(fields, new URLSearchParams(written))).toEqual(values)
  expect(Object.values(writeFields(fields, standard)).filter((value) => value !== undefined)).toEqual([])
})

test('a text is cut where it would make an address too long', () => {
  expect(read(`name=${'x'.repeat(999)}`).name).toHaveLength(200)
})
