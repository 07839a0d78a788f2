import { ConfigurationError } from '../../core/errors.ts'
import type { ModelMessage } from '../../core/model.ts'
import { placeholderPattern, type Prompt } from './prompt-file.ts'
import { quoteText } from './quote-text.ts'

/**
 * The messages of a prompt with its values. Quoted values stand in a fence, plain ones as they are; a value that looks like a
 * placeholder is not filled again.
 *
 * @throws ConfigurationError where a placeholder has no value or a value no placeholder
 */
export function fillPrompt(
  prompt: Prompt,
  values: Readonly<Record<string, string | number>>,
): readonly ModelMessage[] {
  for (const name of Object.keys(values))
    if (!Object.hasOwn(prompt.placeholders, name))
      throw new ConfigurationError(`prompt value: ${prompt.id} has no placeholder ${name}; remove the value`)
  for (const name of Object.keys(prompt.placeholders))
    if (!Object.hasOwn(values, name))
      throw new ConfigurationError(`prompt value: ${prompt.id} needs ${name}; give it`)
  const fill = (_: string, name: string): string => {
    const value = String(values[name])
    return prompt.placeholders[name] === 'quoted' ? quoteText(labelOf(name), value) : value
  }
  return prompt.messages.map(({ role, content }) => ({
    role,
    content: content.replaceAll(placeholderPattern, fill),
  }))
}

/** `knowledgePoints` → `knowledge points`. */
function labelOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
