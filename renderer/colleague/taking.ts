import { useState } from 'react'
import { useLocation } from 'wouter'
import { NewColleague, type CardSeen, type ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { show } from '../ui/index.ts'

/** The answers, and what the button does with them. */
export function useTaking(seen: CardSeen, known: ColleagueView['id'] | null) {
  const text = useText()
  const [, navigate] = useLocation()
  const { busy, refusal, ask } = useAsking()
  const [whose, setWhose] = useState(known)
  const [old, setOld] = useState(false)
  const { role, office } = seen.signed.card
  const initial = { role, office, recipientClass: null }
  const form = useForm(NewColleague, { name: 'colleague', initial, draft: null })
  const common = { signed: seen.signed, compatibility: old }
  const done = (id: string, message: string) => {
    show(toasts, { text: message, tone: 'safe' })
    navigate(`/colleagues/${id}`)
  }
  const submit = async () => {
    if (busy) return
    if (whose !== null) {
      const reply = await ask('colleague.changeKeys', { ...common, colleagueId: whose })
      if (reply.ok) done(whose, text('colleague.replaced'))
      return
    }
    await form.submit(async who => {
      const reply = await ask('colleague.add', { ...common, ...who })
      if (reply.ok) done(reply.value.colleagueId, text('colleague.added'))
      return reply.ok
    })
  }
  return { form, whose, setWhose, old, setOld, busy, refusal, submit }
}
