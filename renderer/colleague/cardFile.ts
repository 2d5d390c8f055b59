import { useState } from 'react'
import type { CardSeen } from '../../shared/exchange/colleagueContract.ts'
import { useAsking } from '../asking.ts'
import type { Refusal } from '../openCase.ts'

/** Choosing a card and having it read. */
export interface CardFile {
  readonly seen: CardSeen | null
  /** The base name of the file that was chosen last. */
  readonly name: string | null
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly choose: () => Promise<void>
}

/** Asks for a card file or a picture of a code and has it read. Nothing is kept until it is added. */
export function useCardFile(): CardFile {
  const { busy, refusal, ask } = useAsking()
  const [seen, setSeen] = useState<CardSeen | null>(null)
  const [name, setName] = useState<string | null>(null)
  const choose = async () => {
    const file = await ask('colleague.chooseCard', {})
    if (!file.ok || file.value === null) return
    setSeen(null)
    setName(file.value.name)
    const card = await ask('colleague.readCard', { fileId: file.value.fileId })
    if (card.ok) setSeen(card.value)
  }
  return { seen, name, busy, refusal, choose }
}
