export function EngagementsPart(_: object) {
  return null
}
