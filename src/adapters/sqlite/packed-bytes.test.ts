import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packAscending, packedReader, packedWriter, unpackAscending } from './packed-bytes.ts'

const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 3000 })

test('reads back what was written, in parts that do not touch each other', () => {
  const writer = packedWriter()
  const reader = packedReader()
  const part = fc.tuple(fc.maxSafeNat(), fc.double(), anyText, fc.uint8Array())
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      writer.reset()
      // All parts are taken before the first is read: growing the buffer must not spoil earlier views.
      const views = parts.map(([number, float, text, bytes]) => {
        writer.number(number)
        writer.float(float)
        writer.text(text)
        writer.bytes(bytes)
        return writer.take()
      })
      for (const [place, [number, float, text, bytes]] of parts.entries()) {
        reader.open(views[place] ?? new Uint8Array())
        expect(reader.number()).toBe(number)
        expect(reader.float()).toBe(float)
        expect(reader.text() === text).toBe(true)
        expect([...reader.bytes(bytes.length)]).toEqual([...bytes])
      }
    }),
  )
})

test('numbers take seven bits a byte', () => {
  const writer = packedWriter()
  const length = (value: number): number => {
    writer.number(value)
    return writer.take().length
  }
  expect([0, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 53 - 1].map(length)).toEqual([1, 1, 2, 2, 3, 5, 8])
})

test('ascending numbers come back as they were', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), (numbers) => {
      const ascending = numbers.toSorted((a, b) => a - b)
      expect(unpackAscending(packAscending(ascending))).toEqual(ascending)
    }),
  )
})
