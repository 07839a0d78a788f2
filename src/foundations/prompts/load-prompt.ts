import { readdirSync, readFileSync } from 'node:fs'
import { ConfigurationError } from '../../core/errors.ts'
import { parsePrompt, type Prompt } from './prompt-file.ts'

/** `prompts/` of the package: three folders up from here, in `src` and in `dist`. */
const folder = new URL('../../../prompts/', import.meta.url)
const loaded = new Map<string, Prompt>()

/**
 * A prompt of the package by id, read once.
 *
 * @throws ConfigurationError where there is no such prompt or its file is wrong
 */
export function loadPrompt(id: string): Prompt {
  const known = loaded.get(id)
  if (known !== undefined) return known
  const prompt = parsePrompt(readPromptFile(id), `prompts/${id}.md`)
  if (prompt.id !== id)
    throw new ConfigurationError(`prompt file: prompts/${id}.md calls itself ${prompt.id}; rename one`)
  loaded.set(id, prompt)
  return prompt
}

/** Ids of all prompts of the package, ascending. */
export function listPrompts(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -3))
    .sort()
}

function readPromptFile(id: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw new ConfigurationError(`prompt id: ${id}; use a file name of prompts/`)
  try {
    return readFileSync(new URL(`${id}.md`, folder), 'utf8')
  } catch (error) {
    throw new ConfigurationError(`prompt: ${id} is not in prompts/; install the package anew`, {
      cause: error,
    })
  }
}
