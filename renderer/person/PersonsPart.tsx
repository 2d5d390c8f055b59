export function PersonsPart(_: object) {
  return null
}
