/** One value in the query of an address: how it is read, and how it is written. `undefined` is not written. */
export interface Field<Value> {
  read(raw: string | undefined): Value
  write(value: Value): string | undefined
}

/** How each of these values stands in an address. */
export type Fields<Values> = { readonly [Name in keyof Values]: Field<Values[Name]> }

/** A whole number from `least` to `most`; anything else reads as the default, which is not written. */
export function integerField(least: number, most: number, standard: number): Field<number> {
  return {
    read: (raw) => {
      const value = raw === undefined || !/^\d{1,10}$/.test(raw) ? standard : Number(raw)
      return value >= least && value <= most ? value : standard
    },
    write: (value) => (value === standard ? undefined : String(value)),
  }
}

/** As {@link integerField}, with a fraction. */
export function numberField(least: number, most: number, standard: number): Field<number> {
  return {
    read: (raw) => {
      const value = raw === undefined || raw.trim() === '' ? standard : Number(raw)
      return value >= least && value <= most ? value : standard
    },
    write: (value) => (value === standard ? undefined : String(value)),
  }
}

/** One of the given words; anything else reads as the first, which is not written. */
export function choiceField<Choice extends string>(choices: readonly [Choice, ...Choice[]]): Field<Choice> {
  return {
    read: (raw) => choices.find((choice) => choice === raw) ?? choices[0],
    write: (value) => (value === choices[0] ? undefined : value),
  }
}

/** One of the given words, or none. */
export function optionalChoiceField<Choice extends string>(
  choices: readonly Choice[],
): Field<Choice | undefined> {
  return { read: (raw) => choices.find((choice) => choice === raw), write: (value) => value }
}

/** A whole number from `least` to `most`, or none. */
export function optionalIntegerField(least: number, most: number): Field<number | undefined> {
  return {
    read: (raw) => {
      if (raw === undefined || !/^\d{1,10}$/.test(raw)) return undefined
      const value = Number(raw)
      return value >= least && value <= most ? value : undefined
    },
    write: (value) => (value === undefined ? undefined : String(value)),
  }
}

/** A text of at most `most` characters, empty by default. */
export function textField(most = 200): Field<string> {
  return { read: (raw) => (raw ?? '').slice(0, most), write: (value) => (value === '' ? undefined : value) }
}

/** The values that a query holds. */
export function readFields<Values extends object>(fields: Fields<Values>, query: URLSearchParams): Values {
  return Object.fromEntries(
    Object.entries<Field<unknown>>(fields).map(([name, field]) => [
      name,
      field.read(query.get(name) ?? undefined),
    ]),
  ) as Values
}

/** The query entries for values, defaults left out. */
export function writeFields<Values extends object>(
  fields: Fields<Values>,
  values: Values,
): Readonly<Record<string, string | undefined>> {
  const given = new Map<string, unknown>(Object.entries(values))
  return Object.fromEntries(
    Object.entries<Field<unknown>>(fields).map(([name, field]) => [name, field.write(given.get(name))]),
  )
}
