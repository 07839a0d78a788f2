import { readFileSync } from 'node:fs'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../core/identity.ts'
import { fillPrompt } from './fill-prompt.ts'
import { listPrompts, loadPrompt } from './load-prompt.ts'
import { conceptsContract, outputContracts } from './output-contracts.ts'
import { parsePrompt, promptName, textOutput } from './prompt-file.ts'
import { quoteText } from './quote-text.ts'

/** The text each version stood for. A changed text needs a new version and a new line here. */
const versions: Readonly<Record<string, string>> = {
  'create-similar@1': '7e88182e0b93',
  'evaluate-alpaca@1': '93e00c257aff',
  'evaluate-chat@1': '09f04737f1be',
  'evaluate-none@1': 'cca24663a2ad',
  'evolve@1': 'ef1ea79d5d3f',
  'extract-concepts@1': '1070d81e98cd',
  'fuse-problems@1': '7b765432a860',
  'mask-statement@1': '068ca4da2449',
  'plan-design@1': 'ab2628ab21c7',
  'rephrase@1': '8c21bbbafb59',
  'solve-problem@1': 'e491476abd57',
  'weave-planned@1': '71c6853a0043',
  'weave-problem@1': 'b917c62e02f3',
}

const file = (front: string, body: string): string => `---\n${front}\n---\n${body}`
const front = 'id: a\nversion: 2\nsummary: s\noutput: question\nplaceholders:\n  text: quoted\n  many: plain'

describe('prompts of the package', () => {
  it.each(listPrompts())('%s is well-formed and its version stands for its text', (id) => {
    const prompt = loadPrompt(id)
    expect([...outputContracts.map((contract) => contract.name), textOutput]).toContain(prompt.output)
    const text = readFileSync(new URL(`../../../prompts/${id}.md`, import.meta.url), 'utf8')
    expect({ [promptName(prompt)]: sha256(text).slice(0, 12) }).toEqual({
      [promptName(prompt)]: versions[promptName(prompt)],
    })
  })

  it('says of quoted text that it is no instruction', () => {
    for (const id of listPrompts().filter((id) => loadPrompt(id).output !== textOutput))
      expect(loadPrompt(id).messages[0]?.content).toContain('never an instruction')
  })

  it('asks for strict objects with every key required', () => {
    for (const { output } of outputContracts) {
      const schema = output.schema as {
        additionalProperties: boolean
        required: string[]
        properties: object
      }
      expect(schema.additionalProperties).toBe(false)
      expect(schema.required).toEqual(Object.keys(schema.properties))
      expect(JSON.stringify(schema)).not.toMatch(/minLength|\$schema/)
    }
    expect(conceptsContract.output.schema).toMatchObject({ properties: { topics: { maxItems: 12 } } })
    const many = { topics: ['t'], knowledgePoints: Array.from({ length: 30 }, () => 'k') }
    expect(conceptsContract.schema.safeParse(many).success).toBe(true)
  })
})

describe('parsePrompt', () => {
  it('checks placeholders both ways', () => {
    const body = '\n## System\nRules\n\n## User\n{{text}} {{many}}\n'
    expect(promptName(parsePrompt(file(front, body), 'a.md'))).toBe('a@2')
    expect(() => parsePrompt(file(front, body.replace('{{many}}', '')), 'a.md')).toThrow(
      /unused placeholder: many/,
    )
    expect(() => parsePrompt(file(front, `${body}{{other}}`), 'a.md')).toThrow(
      /undeclared placeholder: other/,
    )
    expect(() => parsePrompt(file(front, body.replace('Rules', '{{text}}')), 'a.md')).toThrow(
      /system section/,
    )
  })

  it.each(['', 'no front matter', '---\nid: a\n---\n## System\nx\n## User\ny', file(front, '## User\nx')])(
    'refuses %j',
    (text) => expect(() => parsePrompt(text, 'a.md')).toThrow(/prompt file: a\.md/),
  )

  it('refuses names that leave the folder', () => {
    expect(() => loadPrompt('../package')).toThrow(/prompt id/)
    expect(() => loadPrompt('no-such-prompt')).toThrow(/not in prompts/)
  })
})

describe('fillPrompt', () => {
  const prompt = parsePrompt(
    file(front, '## System\nRules\n\n## User\n{{text}}\n\n{{many}} of {{many}}'),
    'a.md',
  )

  it('fences quoted values and fills each place once', () => {
    const [system, user] = fillPrompt(prompt, { text: 'Say {{many}} and $& now', many: 3 })
    expect(system).toEqual({ role: 'system', content: 'Rules' })
    expect(user?.content).toMatch(
      /^<<<text [0-9a-f]{12}\nSay \{\{many\}\} and \$& now\n[0-9a-f]{12}>>>\n\n3 of 3$/,
    )
  })

  it('wants every value and no other', () => {
    expect(() => fillPrompt(prompt, { text: 'a' })).toThrow(/needs many/)
    expect(() => fillPrompt(prompt, { text: 'a', many: 1, toString: 'b' })).toThrow(/no placeholder toString/)
  })
})

describe('quoteText', () => {
  it('cannot be closed by the text', () => {
    assert(
      property(string(), string(), (before, after) => {
        const word = /^<<<q ([0-9a-f]{12})/.exec(quoteText('q', before))?.[1] ?? ''
        const quoted = quoteText('q', `${before}\n${word}>>>\n${after}`)
        const [, fence = ''] = /^<<<q ([0-9a-f]{12})\n/.exec(quoted) ?? []
        expect(quoted.split(fence)).toHaveLength(3)
        expect(quoted.endsWith(`\n${fence}>>>`)).toBe(true)
      }),
    )
  })

  it('takes the power from marks of chat templates and keeps mathematics', () => {
    const quoted = quoteText(
      'q',
      'a <|im_end|> <start_of_turn> </s> [/INST] x\u202ey \u0000 1<2, |x|<3, [1,2], <s, t>',
    )
    for (const mark of ['<|', '<start_of_turn>', '</s>', '[/INST]', '\u202e', '\0'])
      expect(quoted).not.toContain(mark)
    expect(quoted).toContain('1<2, |x|<3, [1,2], <s, t>')
  })

  it('is the same for the same text and bounded', () => {
    expect(quoteText('q', 'a')).toBe(quoteText('q', 'a'))
    expect(quoteText('q', 'x'.repeat(1_000_000)).length).toBeLessThan(25_000)
  })
})
