import { useEffect, useState } from 'react'
import type { Strength } from '../shared/vault/model.ts'
import { asBytes, call } from './api.ts'
import { useAnswer } from './asking.ts'
import type { FieldError } from './form.ts'
import { useText, type Text } from './text.tsx'

/** Six words drawn at random, or words of one's own. */
export type Way = 'offered' | 'own'

interface Typed {
  readonly way: Way
  /** Whether the offered words are in sight. */
  readonly wordsShown: boolean
  readonly back: string
  readonly own: string
  readonly again: string
}

/** A new passphrase while it is being chosen. It is never kept as a draft. */
export interface NewPassphraseState extends Typed {
  /** The six words, once they were drawn. */
  readonly words: string | null
  readonly strength: Strength | null
  readonly errors: readonly FieldError[]
  readonly type: (change: Partial<Typed>) => void
  /** Draws six other words. */
  readonly draw: () => void
  /** The passphrase as bytes, or `null` when something is still to be put right; `errors` says what. */
  readonly take: () => Promise<Uint8Array<ArrayBuffer> | null>
}

const untouched: Typed = { way: 'offered', wordsShown: true, back: '', own: '', again: '' }

/**
 * The choice of a new passphrase: six words are offered and typed back; one's own is measured and typed twice.
 *
 * @param hints what somebody who knows this office would try first.
 */
export function useNewPassphrase(hints: readonly string[]): NewPassphraseState {
  const text = useText()
  const [typed, setTyped] = useState(untouched)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const strength = useStrength(typed.own, hints)

  const offer = useAnswer('vault.offerPassphrase', {})
  const words = offer.value?.passphrase ?? null
  const draw = () => {
    offer.again()
    setTyped({ ...typed, wordsShown: true, back: '' })
  }

  const type = (change: Partial<Typed>) => {
    setTyped(before => ({ ...before, ...change }))
    setErrors([])
  }
  const take = async () => {
    const found =
      typed.way === 'offered'
        ? wrongBack(text, words, typed)
        : wrongOwn(text, await measure(typed.own, hints), typed)
    setErrors(found)
    if (found.length > 0 || words === null) {
      if (typed.way === 'offered') setTyped({ ...typed, wordsShown: false })
      return null
    }
    return asBytes(typed.way === 'offered' ? words : typed.own)
  }
  return { ...typed, words, strength, errors, type, draw, take }
}

function wrongBack(text: Text, words: string | null, { back }: Typed): FieldError[] {
  if (words !== null && back.trim() === words) return []
  const sentence = text(back === '' ? 'passphrase.back.missing' : 'passphrase.back.different')
  return [{ field: 'passphrase-back', sentence }]
}

function wrongOwn(text: Text, strength: Strength | null, { own, again }: Typed): FieldError[] {
  if (own === '') return [{ field: 'passphrase-own', sentence: text('passphrase.own.missing') }]
  if (strength && !strength.enough)
    return [{ field: 'passphrase-own', sentence: text(`vault.strength.${strength.reason}`) }]
  return own === again ? [] : [{ field: 'passphrase-again', sentence: text('passphrase.again.different') }]
}

async function measure(own: string, hints: readonly string[]): Promise<Strength | null> {
  if (own === '') return null
  const known = hints.map(hint => hint.trim()).filter(hint => hint !== '')
  const reply = await call('vault.strength', { passphrase: asBytes(own), hints: known })
  return reply.ok ? reply.value : null
}

/** Measures 300 ms after the last key; an answer that comes after the next key is dropped. */
function useStrength(own: string, hints: readonly string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null)
  const known = hints.join('\n')
  useEffect(() => {
    let current = true
    const look = async () => {
      const found = await measure(own, known.split('\n'))
      if (current) setStrength(found)
    }
    const timer = window.setTimeout(() => void look(), 300)
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [own, known])
  return strength
}
