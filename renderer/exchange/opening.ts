import { useState } from 'react'
import type { Output, Sent } from '../../shared/contract.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import { asBytes } from '../api.ts'
import { useAsking } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import type { Refusal } from '../openCase.ts'
import type { FieldErrorItem } from '../ui/index.ts'
import type { Chosen } from './FileChoice.tsx'

type How = 'passphrase' | 'key'
type Field = 'read-file' | 'read-key' | 'read-passphrase'

interface Answers {
  readonly how: How
  readonly brief: Chosen | null
  readonly key: Chosen | null
  readonly typed: string
}

/** A brief while it is being opened: what was chosen and typed, and what is wrong with it, at its place. */
export interface Opening extends Answers {
  readonly busy: boolean
  readonly attempt: number
  readonly errors: readonly FieldErrorItem[]
  readonly at: (field: Field) => string | undefined
  readonly setHow: (how: How) => void
  readonly setTyped: (typed: string) => void
  readonly chooseBrief: () => Promise<void>
  readonly chooseKey: () => Promise<void>
  readonly open: () => Promise<void>
}

const nothing: Answers = { how: 'passphrase', brief: null, key: null, typed: '' }

/** Chooses, opens, and hands what was opened to `onOpened`. */
export function useOpening(onOpened: (reading: Output<'exchange.openBrief'>) => void): Opening {
  const text = useText()
  const { busy, refusal, ask, forgive } = useAsking()
  const [answers, setAnswers] = useState(nothing)
  const [missing, setMissing] = useState<readonly FieldErrorItem[]>([])
  const [attempt, setAttempt] = useState(0)

  const change = (some: Partial<Answers>) => {
    setAnswers(before => ({ ...before, ...some }))
    setMissing([])
    forgive()
  }
  const open = async () => {
    if (busy) return
    setAttempt(attempt + 1)
    const found = missingFrom(text, answers)
    setMissing(found)
    const sent = found.length === 0 ? sentFrom(answers) : null
    if (sent === null) return forgive()
    const reply = await ask('exchange.openBrief', sent)
    if (reply.ok) onOpened(reply.value)
  }
  const errors = refusal ? [{ id: placeOf(refusal, answers), message: text.refusal(refusal) }] : missing
  return {
    ...answers,
    busy,
    attempt,
    errors,
    at: field => errors.find(error => error.id === field)?.message,
    setHow: how => change({ how }),
    setTyped: typed => change({ typed }),
    chooseBrief: async () => {
      const reply = await ask('exchange.chooseBrief', {})
      if (reply.ok && reply.value) change({ brief: reply.value })
    },
    chooseKey: async () => {
      const reply = await ask('exchange.chooseKey', {})
      if (reply.ok && reply.value) change({ key: reply.value })
    },
    open,
  }
}

function missingFrom(text: Text, { how, brief, key, typed }: Answers): FieldErrorItem[] {
  const missing = (id: Field) => ({ id, message: text(`${id.replace('-', '.')}.missing`) })
  return [
    ...(brief ? [] : [missing('read-file')]),
    ...(how === 'key' && !key ? [missing('read-key')] : []),
    ...(how === 'passphrase' && typed === '' ? [missing('read-passphrase')] : []),
  ]
}

function sentFrom({ how, brief, key, typed }: Answers): Sent<'exchange.openBrief'> | null {
  if (brief === null) return null
  const passphrase = asBytes(typed)
  if (how === 'passphrase') return { fileId: brief.fileId, with: { passphrase } }
  return key && { fileId: brief.fileId, with: { keyFileId: key.fileId, passphrase } }
}

const ofPassphrase: ReadonlySet<RefusalCode> = new Set([
  'exchange/wrong-passphrase',
  'vault/unusable-passphrase',
])
const ofKey: ReadonlySet<RefusalCode> = new Set(['exchange/identity-not-a-key', 'exchange/not-for-you'])

/** The question a refusal is about. */
function placeOf({ code }: Refusal, { how }: Answers): Field {
  if (ofPassphrase.has(code)) return 'read-passphrase'
  return how === 'key' && ofKey.has(code) ? 'read-key' : 'read-file'
}
