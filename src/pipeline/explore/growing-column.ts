/** A typed array that grows. `values` is a view on what it holds; take it again after adding. */
export interface Column<Values> {
  add(value: number): void
  values(): Values
  readonly length: number
}

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float64Array

interface NumberArrayType<Values extends NumberArray> {
  new (length: number): Values
}

/** Doubles its room when full, so adding takes constant time on average. */
export function growingColumn<Values extends NumberArray>(
  type: NumberArrayType<Values>,
  first = 4,
): Column<Values> {
  let room = new type(first)
  let length = 0
  return {
    add(value) {
      if (length === room.length) {
        const larger = new type(room.length * 2)
        larger.set(room)
        room = larger
      }
      room[length++] = value
    },
    values: () => room.subarray(0, length) as Values,
    get length() {
      return length
    },
  }
}
