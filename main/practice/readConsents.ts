import type { Fields } from './fields.ts'
import { fieldsOf, isMap } from './fields.ts'
import type { PatternConsent, UnknownCode } from './pattern.ts'

const decisions = ['given', 'given_with_conditions', 'refused', 'withdrawn', 'not_asked'] as const

/**
 * The answers a pattern gives, in either of two ways: a list of rows (`purpose`, `decision` and, when they differ from the
 * usual, `recipient`, `channel`, `identityLevel`, `conditions`), or a mapping of purposes to decisions.
 */
export function readConsents(fields: Fields): PatternConsent[] {
  const [only] = fields.values('consent')
  if (fields.values('consent').length === 1 && isMap(only) && only['purpose'] === undefined)
    return fromMapping(fields, only)
  return fields.each('consent').flatMap((row, index) => {
    if (row.names.length === 0) fields.note('consent', fields.values('consent')[index])
    return rowIn(row)
  })
}

function rowIn(row: Fields): PatternConsent[] {
  const purpose = row.code('purpose', 'purpose')
  const decision = row.oneOf('decision', decisions)
  if (purpose === null || decision === null) return []
  const conditions = row.codes('conditions', 'condition')
  return [
    {
      purpose,
      decision: decision === 'given' && conditions.length > 0 ? 'given_with_conditions' : decision,
      recipient: row.code('recipient', 'recipientClass'),
      channel: row.code('channel', 'channel'),
      identityLevel: row.code('identityLevel', 'identityLevel'),
      conditions,
    },
  ]
}

function fromMapping(fields: Fields, map: Readonly<Record<string, unknown>>): PatternConsent[] {
  const noted: UnknownCode[] = []
  const rows = Object.entries(map).flatMap(([purpose, decision]) =>
    rowIn(fieldsOf({ purpose, decision }, noted)),
  )
  for (const { code } of noted) fields.note('consent', code)
  return rows
}
