export function MakeKey(_: object) {
  return null
}
