export function ConsentPart(_: object) {
  return null
}
