export function StartCase(_: object) {
  return null
}
