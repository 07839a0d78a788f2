/** p-values adjusted for as many tests as there are (Holm 1979): the family-wise error stays below the level they are held against. */
export function adjustByHolm(pValues: readonly number[]): readonly number[] {
  const order = pValues
    .map((_, place) => place)
    .sort((left, right) => (pValues[left] as number) - (pValues[right] as number))
  const adjusted = [...pValues]
  let highest = 0
  for (const [rank, place] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (pValues[place] as number) * (pValues.length - rank)))
    adjusted[place] = highest
  }
  return adjusted
}
