export function BriefPart(_: object) {
  return null
}
