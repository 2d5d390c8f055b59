export function RiskPart(_: object) {
  return null
}
