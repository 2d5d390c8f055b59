export function CaseOverview(_: object) {
  return null
}
