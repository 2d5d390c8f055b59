export function CreateVault(_: object) {
  return null
}
