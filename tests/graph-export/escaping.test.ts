import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptId, type Concept } from '../../src/core/concept.ts'
import { cleanJson, cleanLine, cleanText } from '../../src/steps/export/graph/clean-text.ts'
import { escapeXml } from '../../src/steps/export/graph/escape-xml.ts'
import { noteNames } from '../../src/steps/export/graph/note-names.ts'
import { csvField } from '../../src/steps/export/graph/write-csv.ts'
import { stringLiteral } from '../../src/steps/export/graph/write-cypher.ts'
import { dotString } from '../../src/steps/export/graph/write-dot.ts'
import { readCypherString } from './read-cypher-string.ts'
import { readXml } from './read-xml.ts'

/** Any UTF-16 units, lone surrogates included, mixed with what formats trip over. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({
        unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
        maxLength: 4,
      }),
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '\\u0027',
        '\\\\u0027',
        '\\U0001F600',
        ']]>',
        '<!--',
        '&amp;',
        '&',
        '\n',
        '\r\n',
        '\t',
        '`',

        ';',
        ',',
        '}) DETACH DELETE n //',
        '\\N',
        '[[a|b]]',
        '#^',
        '../',
        'CON',
        '\u2028',
        '𝒳',
        '\ud800',
        '\udc00',
        '\u0000',
        '\u0085',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const runs = { numRuns: 2000 }

describe('escaping', () => {
  it('clean text is well formed and keeps all that is not forbidden', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = cleanText(text)
        expect(clean.isWellFormed()).toBe(true)
        expect(cleanText(clean)).toBe(clean)
        // oxlint-disable-next-line no-control-regex
        expect(clean).toBe(
          text.toWellFormed().replaceAll(/[^\t\n\r -~\u00A0-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
        )
      }),
      runs,
    )
  })

  it('XML attributes and character data read back as they were', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeXml(text)
        const { attributes, text: content } = readXml(`<a b="${escaped}" c='${escaped}'>${escaped}</a>`)
        expect([attributes.get('b'), attributes.get('c'), content]).toEqual(Array(3).fill(cleanText(text)))
      }),
      runs,
    )
  })

  it('Cypher literals read back as they were, whether unicode escapes are resolved before or after strings are found', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const literal = stringLiteral(text)
        for (const order of ['before', 'before-strict', 'after'] as const)
          expect(readCypherString(literal, order)).toBe(cleanText(text))
      }),
      runs,
    )
  })

  it('the reader of Cypher literals sees where a simpler escape would fail', () => {
    expect(() => readCypherString(String.raw`'a\u0027}) DETACH DELETE n //'`, 'before')).toThrow('after the')
    expect(() => readCypherString("'it's'", 'after')).toThrow('after the literal')
    expect(readCypherString(String.raw`'\\u0027'`, 'before')).not.toBe(String.raw`\u0027`)
    expect(readCypherString(String.raw`'\\u0027'`, 'after')).toBe(String.raw`\u0027`)
  })

  it('CSV fields read back as they were, absent and empty told apart', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => {
        const line = texts.map((text) => csvField(text)).join(',')
        const [row] = parse(`${line}\n`, { record_delimiter: '\n' }) as string[][]
        expect(row).toEqual(texts.map(cleanText))
      }),
      runs,
    )
    expect([csvField(undefined), csvField('')]).toEqual(['', '""'])
  })

  it('lists in CSV split into as many elements', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => {
        const [[field] = []] = parse(`${csvField(texts)}\n`, { record_delimiter: '\n' }) as string[][]
        expect(field?.split(';').map((part) => part.replaceAll('；', ';'))).toEqual(
          texts.map((text) => cleanText(text).replaceAll('；', ';')),
        )
      }),
      runs,
    )
  })

  it('JSON reads back as clean text, keys of the schema untouched', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(JSON.parse(cleanJson({ name: text, list: [text] }))).toEqual({
          name: cleanText(text),
          list: [cleanText(text)],
        })
      }),
      runs,
    )
  })

  it('DOT labels are one string whose escapes show the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const label = dotString(text)
        expect(label).toMatch(/^"(?:[^"\\]|\\["\\])*"$/)
        const shown = label
          .slice(1, -1)
          .replaceAll(/\\(["\\])/g, '$1')
          .replaceAll('&amp;', '&')
        expect(shown).toBe(cleanLine(text))
      }),
      runs,
    )
  })

  it('note names are safe on every system, unique without regard to case, and short enough', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 12 }), (texts) => {
        const concepts = [...texts, ...texts.map((text) => text.toUpperCase())].map((name, at): Concept => ({
          id: conceptId('topic', String(at)),
          kind: 'topic',
          key: name,
          name,
          aliases: [],
          count: 1,
        }))
        const names = [...noteNames(concepts).values()]
        expect(new Set(names.map((name) => name.toLowerCase().normalize('NFC'))).size).toBe(concepts.length)
        for (const name of names) {
          expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}\p{Cs}]/u)
          expect(name).not.toMatch(/^[. ]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
          expect(Buffer.byteLength(`${name}.md`)).toBeLessThan(256)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
