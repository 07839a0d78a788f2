const permutations = 128
const bandRows = 8

/**
 * The obvious way in JavaScript: sets of string 3-grams, 128 hash functions each over every gram, bands as map keys, candidates taken as
 * they come.
 */
export function naiveMinHash(texts: readonly string[]): (first: number, second: number) => boolean {
  const buckets = new Map<string, number[]>()
  const bandsOf = texts.map((text, row) => {
    const words = text.toLowerCase().match(/\w+/g) ?? []
    const grams = new Set(words.map((_, at) => words.slice(at, at + 3).join(' ')))
    const signature = Array.from({ length: permutations }, () => 0xffff_ffff)
    for (const gram of grams) {
      let hash = 0x811c9dc5
      for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193)
      for (let place = 0; place < permutations; place++) {
        const value = Math.imul(hash ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b) >>> 0
        if (value < (signature[place] as number)) signature[place] = value
      }
    }
    const bands = Array.from({ length: permutations / bandRows }, (_, band) =>
      [band, ...signature.slice(band * bandRows, (band + 1) * bandRows)].join(','),
    )
    for (const band of bands) {
      const bucket = buckets.get(band)
      if (bucket === undefined) buckets.set(band, [row])
      else bucket.push(row)
    }
    return new Set(bands)
  })
  return (first, second) => [...(bandsOf[first] ?? [])].some((band) => bandsOf[second]?.has(band) === true)
}
