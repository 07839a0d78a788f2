import { z } from 'zod'

/**
 * The schema of an object whose fields are known one by one, as a query string needs it. It accepts nothing but them.
 */
export type FieldsSchema<Value> = z.ZodObject & z.ZodType<Value>

/**
 * Text of so many characters. Counted as JSON Schema counts, in code points, where zod counts UTF-16 units: otherwise a text that
 * the OpenAPI document accepts could be refused.
 */
export function text(minimum: number, maximum: number): z.ZodType<string> {
  return z
    .string()
    .refine((value) => holds(value, minimum, maximum), `give ${minimum} to ${maximum} characters`)
    .meta({ override: { type: 'string', minLength: minimum, maxLength: maximum } })
}

function holds(value: string, minimum: number, maximum: number): boolean {
  if (value.length < minimum || value.length > 2 * maximum) return false
  if (value.length <= maximum && value.length >= 2 * minimum) return true
  let points = 0
  for (const _ of value) points++
  return points >= minimum && points <= maximum
}

/** Written with classes of plain ranges, so that every engine of regular expressions reads it alike. */
const edge = String.raw`[^\u0000-\u0020\u007f-\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]`
const inner = String.raw`[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]`
const namePattern = new RegExp(`^${edge}(${inner}*${edge})?$`, 'u')

/** Text of one line as a person would write a name: no control characters, no white space around it. */
export function lineText(maximum: number): z.ZodType<string> {
  return z
    .string()
    .regex(namePattern, 'give one line without space around it')
    .refine((value) => holds(value, 1, maximum), `give 1 to ${maximum} characters`)
    .meta({
      override: { type: 'string', pattern: namePattern.source, minLength: 1, maxLength: maximum },
    })
}

export const contentIdSchema: z.ZodType<string> = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'give an id: 32 lower-case hexadecimal digits')
  .meta({
    description: 'An id: 32 lower-case hexadecimal digits.',
    example: 'b5f1d6f3f5c9440cb8d0e3d1a9c5f7e2',
  })

/** An id, or enough of its beginning. */
export const idPrefixSchema: z.ZodType<string> = z
  .string()
  .regex(/^[0-9a-f]{8,32}$/, 'give an id or its first 8 or more digits')
  .meta({ description: 'An id, or its first 8 or more digits.', example: 'b5f1d6f3' })

export const rungSchema: z.ZodType<number> = z
  .int()
  .min(0)
  .max(5)
  .meta({ description: 'Rung of the verification ladder.', example: 2 })

export const seedNumberSchema: z.ZodType<number> = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)
  .meta({ description: 'Seed of all randomness.', example: 7 })

/** A value of JSON whose form is told elsewhere, or is that of a command's output. */
export function anyJson<Value>(description: string): z.ZodType<Value> {
  return z.custom<Value>(() => true).meta({ description, override: { description } })
}

/** An object of figures by name. */
export const figuresSchema: z.ZodType<Readonly<Record<string, number>>> = z.record(z.string(), z.number())
