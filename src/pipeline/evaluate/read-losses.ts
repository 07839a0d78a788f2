import { createReadStream, existsSync } from 'node:fs'
import { MalformedInputError, UsageError, type InputPlace } from '../../core/errors.ts'
import type { JsonValue } from '../../core/identity.ts'
import type { TextLosses } from '../../steps/evaluate/loss-leakage.ts'
import { readLines } from '../../steps/seeds/read-lines.ts'

/**
 * Losses per token of the rows of a file: `loss`, or `logProbability` (or `logprob`) over `tokens`; names of other tools' outputs.
 *
 * @throws MalformedInputError with file and line at the first row that has neither
 */
export async function readLosses(file: string): Promise<TextLosses> {
  if (!existsSync(file)) throw new UsageError(`no such file: ${file}`)
  const losses: number[] = []
  for await (const batch of readLines(createReadStream(file))) {
    for (const { line, text } of batch) if (text.trim() !== '') losses.push(lossOf(text, { file, line }))
  }
  if (losses.length === 0) throw new UsageError(`no losses: ${file} is empty`)
  return { losses }
}

function lossOf(text: string, place: InputPlace): number {
  let row: Readonly<Record<string, JsonValue>>
  try {
    row = JSON.parse(text) as typeof row
  } catch (cause) {
    throw new MalformedInputError('not JSON', place, { cause })
  }
  const { loss, tokens } = row
  if (typeof loss === 'number' && Number.isFinite(loss)) return loss
  const logProbability = row['logProbability'] ?? row['logprob']
  if (typeof logProbability === 'number' && typeof tokens === 'number' && tokens > 0)
    return -logProbability / tokens
  throw new MalformedInputError(
    'no loss: give {"loss": nats per token} or {"logProbability": sum, "tokens": n}',
    place,
  )
}
