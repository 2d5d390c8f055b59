export function ScopePart(_: object) {
  return null
}
