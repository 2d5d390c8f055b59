interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): unknown
}

declare global {
  var trustedTypes: PolicyFactory | undefined
}

/**
 * Lets the empty string, and nothing else, be written as HTML.
 *
 * react-aria empties its announcer with `innerHTML = ''`, which would otherwise end the page under
 * `require-trusted-types-for 'script'` (ADR 0010). Scripts and script addresses stay refused.
 * Does nothing where Trusted Types are unknown. Call once, before the first render.
 */
export function guardHtml(): void {
  globalThis.trustedTypes?.createPolicy('default', { createHTML: onlyEmpty })
}

function onlyEmpty(html: string): string {
  if (html === '') return html
  throw new TypeError('HTML may not be written')
}
