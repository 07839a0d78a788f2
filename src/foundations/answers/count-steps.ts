/** Lines or sentences of a solution that calculate or state a formula: the difficulty feature of Xwin-Math §4. */
export function countSteps(solution: string): number {
  return solution.split(/\n+|(?<=[a-z)\d]\.)\s+(?=[A-Z])/).filter((line) => /\d|\\|=/.test(line)).length
}
