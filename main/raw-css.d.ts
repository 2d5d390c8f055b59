/** A style sheet as text, for documents that are printed without the page. */
declare module '*.css?raw' {
  const text: string
  export default text
}

/** A list in a file of its own, as text. */
declare module '*.yaml?raw' {
  const text: string
  export default text
}
