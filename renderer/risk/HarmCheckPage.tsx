export function HarmCheckPage(_: object) {
  return null
}
