/** ln Γ(x) for x > 0: the recurrence up to x ≥ 12, then Stirling's series (error below 1e-13). */
export function logGamma(x: number): number {
  let shift = 0
  let y = x
  while (y < 12) {
    shift += Math.log(y)
    y++
  }
  const inverse = 1 / (y * y)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / y
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift
}
