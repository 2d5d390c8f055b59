export function VaultPage(_: object) {
  return null
}
