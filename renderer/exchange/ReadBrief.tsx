export function ReadBrief(_: object) {
  return null
}
