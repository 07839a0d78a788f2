import { parse } from 'yaml'
import { z } from 'zod'
import { ConfigurationError } from '../../core/errors.ts'
import type { ModelMessage } from '../../core/model.ts'

/** `quoted` is foreign text (seeds, names, drafts) and is put in a fence; `plain` is text or a number of our own. */
type PlaceholderKind = 'quoted' | 'plain'

/** One file of `prompts/`: front matter, then a `## System` and a `## User` section; the former may be absent where the output is `text`. */
export interface Prompt {
  readonly id: string
  readonly version: number
  /** Name of an output contract, see `output-contracts.ts`; `text` for a reply that is taken as it is. */
  readonly output: string
  readonly placeholders: Readonly<Record<string, PlaceholderKind>>
  /** Bodies with `{{name}}` where a value goes. The system part holds no placeholder, so that endpoints can cache it. */
  readonly messages: readonly ModelMessage[]
}

/** `id@version`, as drafts and requests record it. */
export function promptName({ id, version }: Pick<Prompt, 'id' | 'version'>): string {
  return `${id}@${version}`
}

const frontMatterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().min(1),
  summary: z.string().min(1),
  output: z.string().min(1),
  placeholders: z.record(z.string().regex(/^[a-zA-Z]+$/), z.enum(['quoted', 'plain'])),
})

/** The output of prompts whose reply is taken as it is: benchmark problems, asked as their protocol says. */
export const textOutput = 'text'

/** `{{name}}` in a prompt's body. */
export const placeholderPattern: RegExp = /\{\{([a-zA-Z]+)\}\}/g

/**
 * Reads a prompt file.
 *
 * @param file  shown in messages
 * @throws ConfigurationError where the front matter or a section is wrong, and where the declared placeholders are not those used
 */
export function parsePrompt(text: string, file: string): Prompt {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'))
  if (match === null) throw fault(file, 'no front matter; begin with --- lines')
  const front = frontMatterSchema.safeParse(parse(match[1] ?? ''))
  if (!front.success) throw fault(file, z.prettifyError(front.error))
  const { id, version, output, placeholders } = front.data
  const messages = sectionsOf(match[2] ?? '', { file, output })
  const used = new Set(
    messages.flatMap(({ content }) => Array.from(content.matchAll(placeholderPattern), ([, name]) => name)),
  )
  for (const name of used)
    if (name === undefined || !Object.hasOwn(placeholders, name))
      throw fault(file, `undeclared placeholder: ${name}; declare it as quoted or plain`)
  for (const name of Object.keys(placeholders))
    if (!used.has(name)) throw fault(file, `unused placeholder: ${name}; use it or remove it`)
  return { id, version, output, placeholders, messages }
}

function sectionsOf(
  body: string,
  { file, output }: { readonly file: string; readonly output: string },
): readonly ModelMessage[] {
  const match = /^\s*(?:## System\n([\s\S]*?)\n)?## User\n([\s\S]*)$/.exec(body)
  const system = match?.[1]?.trim() ?? ''
  const user = match?.[2]?.trim() ?? ''
  if (user === '' || (system === '' && output !== textOutput))
    throw fault(file, 'sections: give ## System, then ## User')
  if (system.includes('{{')) throw fault(file, 'placeholder in the system section; move it to ## User')
  const asked = { role: 'user' as const, content: user }
  return system === '' ? [asked] : [{ role: 'system', content: system }, asked]
}

function fault(file: string, problem: string): ConfigurationError {
  return new ConfigurationError(`prompt file: ${file}: ${problem}`)
}
