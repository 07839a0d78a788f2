import { randomAt, randomKey, type Random } from '../../src/core/random.ts'

/** Ways to write the same answer. */
const rewrites: readonly ((gold: string) => string)[] = [
  (gold) => `$${gold}$`,
  (gold) => `\\boxed{${gold}}`,
  (gold) => `Therefore, the answer is $\\boxed{${gold}}$.`,
  (gold) => `\\[ ${gold} \\]`,
  (gold) => gold.replaceAll('\\frac', '\\dfrac'),
  (gold) => gold.replaceAll(/\\[dt]?frac\{(\d+)\}\{(\d+)\}(?![\d^])/g, '\\tfrac{$1}{$2}'),
  (gold) => gold.replaceAll(/(?<!\\left)([([])/g, '\\left$1').replaceAll(/(?<!\\right)([)\]])/g, '\\right$1'),
  (gold) => gold.replaceAll(/\s*([-+=])\s*/g, ' $1 '),
  (gold) => `  ${gold}  `,
  (gold) => gold.replaceAll('\\cdot', '\\times'),
  (gold) => gold.replaceAll('\\!', ''),
]

/** A gold answer in each other way of writing that differs from it. `\left` is put before no root's degree. */
export function rewritesOf(gold: string): readonly string[] {
  const usable = gold.includes('\\sqrt[') || gold.includes('\\left') || gold.includes('\\{') ? 6 : -1
  return rewrites
    .flatMap((rewrite, place) => (place === usable ? [] : [rewrite(gold)]))
    .filter((text) => text !== gold)
}

/** The gold answer with one digit changed; `undefined` where it has none. */
export function mutate(gold: string, index: number): string | undefined {
  const random: Random = randomAt(randomKey('grade-mutations'), index)
  const places = [...gold.matchAll(/\d/g)].map((match) => match.index)
  if (places.length === 0) return undefined
  const place = places[random.integer(0, places.length - 1)] ?? 0
  const digit = (Number(gold[place]) + random.integer(1, 9)) % 10
  return `${gold.slice(0, place)}${digit}${gold.slice(place + 1)}`
}
