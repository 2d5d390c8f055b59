export function HandOver(_: object) {
  return null
}
