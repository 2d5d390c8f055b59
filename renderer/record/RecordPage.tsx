export function RecordPage(_: object) {
  return null
}
