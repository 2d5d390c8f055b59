import type { RecordCheck } from '../../shared/record/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { forReading, forWriting } from '../db/handles.ts'
import type { TaskContext } from '../handler.ts'
import { keepCheck } from './repository.ts'
import { verification } from './verify.ts'
import { alarming, witnessLines } from './witnesses.ts'

const letOthersIn = () => new Promise<void>(resolve => setImmediate(resolve))

/**
 * Recomputes the whole record, asks every witness and keeps the result. Others are answered after every run of entries.
 *
 * @throws Refused `record/being-checked`, `record/check-stopped`, `vault/locked`.
 */
export async function checkRecord({ app, vault }: TaskContext): Promise<RecordCheck> {
  const { desk } = app
  const { db } = vault()
  if (desk.checking) throw new Refused('record/being-checked')
  const here = desk.vault
  const steps = verification(db)
  try {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return keep(app, step.value)
      desk.checking = { ...step.value, stop: false }
      await letOthersIn()
      if (desk.vault !== here) throw new Refused('vault/locked')
      if (isStopped(app)) throw new Refused('record/check-stopped')
    }
  } finally {
    desk.checking = null
  }
}

/** Asked afresh: somebody may have said so meanwhile. */
const isStopped = ({ desk }: TaskContext['app']): boolean => desk.checking?.stop ?? false

function keep(app: TaskContext['app'], found: Omit<RecordCheck, 'unfit' | 'at' | 'by'>): RecordCheck {
  const { vault, outside, officer } = app.desk
  if (!vault) throw new Refused('vault/locked')
  const unfit = alarming(witnessLines(forReading(vault.db), outside ?? { machine: null, seal: null }))
  const check = { ...found, unfit, at: app.clock(), by: officer ?? '' }
  keepCheck(forWriting(vault.db), check)
  return check
}
