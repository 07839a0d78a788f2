import { z } from 'zod'
import type { JsonValue } from '../../../core/identity.ts'
import { combinationForms, type Composition, type CompositionNode } from './composition.ts'
import { familyById } from './families.ts'

/**
 * A composition as JSON, for a draft's evidence: a family node has its wording, the values of its givens and the sources of those that
 * are linked; a combination has its form and two sides.
 */
export function encodeComposition(composition: Composition): JsonValue {
  return { storySeed: composition.storySeed, root: encodeNode(composition.root) }
}

function encodeNode(node: CompositionNode): JsonValue {
  if (node.node === 'combine') {
    return {
      combine: node.form,
      wording: node.wording,
      left: encodeNode(node.left),
      right: encodeNode(node.right),
    }
  }
  const inputs = node.inputs.map(({ given, source }) => ({
    given,
    source: encodeNode(source),
  }))
  return {
    family: node.family,
    wording: node.wording,
    values: node.values,
    ...(inputs.length === 0 ? {} : { inputs }),
  }
}

type EncodedNode =
  | {
      family: string
      wording: number
      values: Record<string, number>
      inputs?: { given: string; source: EncodedNode }[] | undefined
    }
  | { combine: (typeof combinationForms)[number]; wording: number; left: EncodedNode; right: EncodedNode }

const index = z.int().min(0).max(0xffff_ffff)

const nodeSchema: z.ZodType<EncodedNode> = z.lazy(() =>
  z.union([
    z.strictObject({
      family: z.string(),
      wording: index,
      values: z.record(z.string(), z.int()),
      inputs: z.array(z.strictObject({ given: z.string(), source: nodeSchema })).optional(),
    }),
    z.strictObject({
      combine: z.enum(combinationForms),
      wording: index,
      left: nodeSchema,
      right: nodeSchema,
    }),
  ]),
)

const compositionSchema = z.strictObject({ storySeed: index, root: nodeSchema })

/** The composition of a draft's evidence, or `undefined` when it is none or names a family that does not exist. */
export function decodeComposition(evidence: JsonValue): Composition | undefined {
  const parsed = compositionSchema.safeParse(evidence)
  if (!parsed.success) return undefined
  const root = decodeNode(parsed.data.root)
  return root === undefined ? undefined : { storySeed: parsed.data.storySeed, root }
}

function decodeNode(node: EncodedNode): CompositionNode | undefined {
  if ('combine' in node) {
    const left = decodeNode(node.left)
    const right = decodeNode(node.right)
    if (left === undefined || right === undefined) return undefined
    return { node: 'combine', form: node.combine, wording: node.wording, left, right }
  }
  const family = familyById(node.family)
  if (family === undefined || Object.keys(family.givens).some((name) => node.values[name] === undefined))
    return undefined
  const inputs = []
  for (const input of node.inputs ?? []) {
    const source = decodeNode(input.source)
    if (source === undefined || family.givens[input.given] === undefined) return undefined
    inputs.push({ given: input.given, source })
  }
  return { node: 'family', family: node.family, wording: node.wording, values: node.values, inputs }
}
