/** Stands for a formula in masked text. */
export const formulaMark = '§'

/** Longest question that is looked at, in UTF-16 units. */
export const maximumText: number = 20_000

const formulas =
  /\[asy\](?:(?!\[\/?asy\])[\s\S])*\[\/asy\]|\$\\\$\$|\$\$[^$]+\$\$|(?<!\\)\$(?:[^$\\]|\\.)+\$(?!\d)|\\\[(?:[^\\]|\\[^[\]])+\\\]|\\\((?:[^\\]|\\[^()])+\\\)|\\begin\{(align|gather|equation|eqnarray|array|tabular|cases)(\*?)\}(?:(?!\\begin\{\1)[\s\S]){0,4000}?\\end\{\1\2\}/g

/** The words of a text with every formula replaced by ` § `; money such as `$5` stays. Linear; texts are cut at 20,000 units. */
export function maskMathematics(text: string): string {
  const bounded = text.length > maximumText ? text.slice(0, maximumText) : text
  if (!/[$\\[]/.test(bounded)) return bounded
  return bounded.replaceAll(formulas, ` ${formulaMark} `)
}
