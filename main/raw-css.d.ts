/** A style sheet as text, for documents that are printed without the page. */
declare module '*.css?raw' {
  const text: string
  export default text
}
