export function IntakePart(_: object) {
  return null
}
