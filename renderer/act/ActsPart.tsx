export function ActsPart(_: object) {
  return null
}
