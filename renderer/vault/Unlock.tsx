export function Unlock(_: object) {
  return null
}
