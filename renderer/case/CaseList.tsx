export function CaseList(_: object) {
  return null
}
