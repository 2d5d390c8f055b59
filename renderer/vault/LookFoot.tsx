export function LookFoot(_: object) {
  return null
}
