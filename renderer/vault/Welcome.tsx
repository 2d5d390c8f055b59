export function Welcome(_: object) {
  return null
}
