/** An object without its undefined values: `exactOptionalPropertyTypes` wants what is absent to be absent. */
export type Given<T extends object> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The properties that have a value. */
export function given<T extends object>(props: T): Given<T> {
  // The compiler cannot follow keys through entries.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<T>
}

/** Class names that apply, in order. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
