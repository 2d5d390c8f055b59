export function CaseAside(_: object) {
  return null
}
