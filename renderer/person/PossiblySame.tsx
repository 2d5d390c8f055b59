import { useEffect, useRef, useState } from 'react'
import type { Identity, Person } from '../../shared/person/model.ts'
import type { Looked } from '../../shared/name/model.ts'
import { AlikeList } from '../Alike.tsx'
import { call } from '../api.ts'
import { alikeOf, sayCompared } from '../looking.tsx'
import { useText } from '../text.tsx'
import { Notice, Quiet, Stack } from '../ui/index.ts'

/** What was found for what is typed, if anything was. */
export interface Warned {
  readonly typed: string
  readonly found: Looked
}

const typedOf = ({ name, otherNames, contact, documents }: Identity) =>
  JSON.stringify([name, otherNames, contact, documents])

/**
 * Before an identity is saved: whether somebody else may be the same person. It is said once for what is typed; whoever saves
 * again goes on. Nothing is blocked, and nothing is joined.
 *
 * @param typed what stands in the fields now: what is typed meanwhile is not saved in place of it.
 */
export function useComparing(person: Person, typed: Identity) {
  const [busy, setBusy] = useState(false)
  const [warned, setWarned] = useState<Warned | null>(null)
  const latest = useRef('')
  const turn = useRef(0)
  useEffect(() => void (latest.current = typedOf(typed)))
  /** `true` when it may be saved. */
  const mayGoOn = async (identity: Identity): Promise<boolean> => {
    const now = typedOf(identity)
    if (warned?.typed === now) return true
    const own = ++turn.current
    const before = latest.current
    setBusy(true)
    setWarned(null)
    const reply = await call('name.compare', { personId: person.id, identity })
    if (own !== turn.current) return false
    setBusy(false)
    if (!reply.ok || reply.value.found === 0) return latest.current === before
    setWarned({ typed: now, found: reply.value })
    return false
  }
  return { busy, warned: warned?.typed === typedOf(typed) ? warned.found : null, mayGoOn }
}

interface PossiblySameProps {
  readonly found: Looked
  /** Whether what is typed is kept when the page is left. */
  readonly keeps: boolean
}

/** Who may be the same person, where the form is saved. It takes the focus: whoever saved may be at the top of the form. */
export function PossiblySame({ found, keeps }: PossiblySameProps) {
  const text = useText()
  const title = text('name.possible')
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    here.current?.focus({ preventScroll: true })
    // With the button under it: that is what comes next.
    here.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={here} tabIndex={-1}>
      <Notice tone="care" title={title}>
        <Stack gap={12}>
          <p>{text('name.possible.goOn')}</p>
          <AlikeList label={title} some={alikeOf(text, found.matches)} leads={keeps} />
          {found.found > found.matches.length && (
            <Quiet>{text('name.most', { count: found.matches.length })}</Quiet>
          )}
          <Quiet>{sayCompared(text, found)}</Quiet>
        </Stack>
      </Notice>
    </div>
  )
}
