import { join } from 'node:path'
import { newIdentity } from '../../main/exchange/identity.ts'
import type { BriefId, CaseId, PersonId } from '../../shared/model.ts'
import type { Reply } from '../../shared/refusal.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import type { AppDesk } from '../bench/desk.ts'
import { briefOf, consentOf, harmAnswers, inDays, intakeOf, personOf, riskOf } from '../bench/drafts.ts'
import { newPlace } from './place.ts'
import type { Place } from './place.ts'
import { emailIn } from './session.ts'

/** A closed vault with one case, and a brief that is ready to leave. */
export interface Office extends Place {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly briefId: BriefId
  readonly recipient: string
}

/** One operation to be tried on a failing disk. */
export interface Trial {
  readonly name: string
  /** It makes the vault. */
  readonly startsWithout?: true
  /** It opens the vault. */
  readonly startsLocked?: true
  readonly changesPassphrase?: true
  /** It changes nothing that can be found afterwards. */
  readonly isQuiet?: true
  /** It is not tried a second time. */
  readonly isOnce?: true
  run(desk: AppDesk, office: Office): Promise<Reply<unknown>>
}

/** Makes such an office with the passphrase 0. */
export async function prepareOffice(parent: string): Promise<Office> {
  const place = await newPlace(parent, 'template')
  const { get } = newAppDesk({ folder: place.folder, kdf: quickKdf })
  await get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' })
  const { caseId } = await get('case.start', { intake: intakeOf(0), fileId: null })
  const { personId } = await get('person.add', { caseId, person: personOf(0) })
  await get('consent.record', consentOf(personId))
  await get('risk.assess', riskOf(0, personId))
  const { briefId } = await get('brief.start', { caseId, draft: briefOf(personId) })
  const check = {
    caseId,
    itemId: briefId,
    answers: harmAnswers(),
    decidedBy: '',
    decisionReason: '',
    validUntil: inDays(9),
  }
  await get('risk.checkHarm', check)
  await get('brief.approve', { briefId, sole: true, statement: 'Alone here.' })
  await get('vault.lock', {})
  return { ...place, caseId, personId, briefId, recipient: (await newIdentity('x25519')).recipient }
}

/** The operations that write, each in its own way. */
export const trials: readonly Trial[] = [
  {
    name: 'save a change',
    run: ({ call }, { caseId }) => call('case.change', { caseId, intake: intakeOf(1) }),
  },
  {
    name: 'keep what was typed',
    run: ({ call }, { caseId }) =>
      call('vault.keepDraft', { key: `case:${caseId}`, value: '"half a thought"' }),
  },
  {
    name: 'take in an e-mail',
    async run({ call, get, dialogs }, { caseId, outbox }) {
      dialogs.push(emailIn(outbox))
      const fileId = (await get('import.chooseEmail', {}))?.fileId ?? ''
      await get('import.readEmail', { fileId })
      return call('import.addEmail', { caseId, fileId })
    },
  },
  {
    name: 'export a brief',
    run({ call, dialogs }, { briefId, outbox, recipient }) {
      dialogs.push(join(outbox, 'brief.age'))
      return call('brief.export', { briefId, sealFor: { keys: [recipient] } })
    },
  },
  {
    name: 'change the passphrase',
    changesPassphrase: true,
    isOnce: true,
    run: ({ call }) => call('vault.changePassphrase', { old: passphraseOf(0), new: passphraseOf(1) }),
  },
  {
    name: 'let somebody in',
    isOnce: true,
    run: ({ call }) =>
      call('vault.addPerson', { role: 'FP-2', duties: ['focal_point'], passphrase: passphraseOf(5) }),
  },
  { name: 'renew the keys', run: ({ call }) => call('key.renew', {}) },
  {
    name: 'write down the own keys',
    isQuiet: true,
    run({ call, dialogs }, { outbox }) {
      dialogs.push(join(outbox, 'card.vck'))
      return call('key.writeCard', { role: 'FP-1', office: 'Geneva' })
    },
  },
  {
    name: 'make a vault',
    startsWithout: true,
    run: ({ call }) => call('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' }),
  },
  {
    name: 'open the vault',
    startsLocked: true,
    isQuiet: true,
    run: ({ call }) => call('vault.unlock', { passphrase: passphraseOf(0) }),
  },
  { name: 'lock', isQuiet: true, isOnce: true, run: ({ call }) => call('vault.lock', {}) },
]
