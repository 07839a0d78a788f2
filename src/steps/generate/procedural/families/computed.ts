/** A calculator annotation and its result for a worked step: `computed('3*4', 12)` → `<<3*4=12>>12`. */
export function computed(expression: string, result: number): string {
  return `<<${expression}=${result}>>${result}`
}
