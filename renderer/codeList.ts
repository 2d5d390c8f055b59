import type { Text } from './text.tsx'

/** Codes one after the other, each kept together, so that a sentence read from the right begins with the first. */
export const codeList = (text: Text, codes: readonly string[]): string =>
  codes.map(code => `\u2068${code}\u2069`).join(text('form.listComma'))
