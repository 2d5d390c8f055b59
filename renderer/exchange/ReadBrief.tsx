import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { BriefRead } from './BriefRead.tsx'
import { NoticeRead } from './NoticeRead.tsx'
import { OpenBrief } from './OpenBrief.tsx'

/** The reader's desk: opens a brief, reads it, answers it. Works without any vault and keeps nothing. */
export function ReadBrief() {
  const [reading, setReading] = useState<Output<'exchange.openBrief'> | null>(null)
  useEffect(
    () => () => {
      void call('exchange.closeBrief', {})
    },
    [],
  )
  if (reading === null) return <OpenBrief onOpened={setReading} />
  if ('notice' in reading) return <NoticeRead read={reading} onClosed={() => setReading(null)} />
  return <BriefRead reading={reading} onClosed={() => setReading(null)} />
}
