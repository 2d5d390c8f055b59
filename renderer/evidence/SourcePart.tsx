export function SourcePart(_: object) {
  return null
}
