/** Words that are themselves a sentence or a list of this language, whatever they begin with. */
const isArabic = /[\u0600-\u06ff]/

/** What is put into an Arabic sentence keeps a direction of its own, so that “P1: 7” or “A/HRC/60/62” is never turned round. */
export const apart = (
  values: Readonly<Record<string, string | number>> = {},
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${isArabic.test(value) ? '\u2067' : '\u2068'}${value}\u2069` : value,
    ]),
  )
