import { accessContract } from './access/contract.ts'
import { actContract } from './act/contract.ts'
import { actionContract } from './action/contract.ts'
import { approvalContract } from './approval/contract.ts'
import { briefContract } from './brief/contract.ts'
import { caseContract } from './case/contract.ts'
import { consentContract } from './consent/contract.ts'
import { engagementContract } from './engagement/contract.ts'
import { evidenceContract } from './evidence/contract.ts'
import { colleagueContract, keyContract } from './exchange/colleagueContract.ts'
import { exchangeContract } from './exchange/contract.ts'
import { handoverContract } from './handover/contract.ts'
import { importContract } from './import/contract.ts'
import { nameContract } from './name/contract.ts'
import { noticeContract } from './notice/contract.ts'
import { overrideContract } from './override/contract.ts'
import { paperContract } from './paper/contract.ts'
import { personContract } from './person/contract.ts'
import { planContract } from './plan/contract.ts'
import { practiceContract } from './practice/contract.ts'
import { publicationContract } from './publication/contract.ts'
import { recordContract } from './record/contract.ts'
import { recoveryContract, wayContract } from './recovery/contract.ts'
import { reportContract } from './report/contract.ts'
import { retentionContract } from './retention/contract.ts'
import { riskContract } from './risk/contract.ts'
import { scopeContract } from './scope/contract.ts'
import { searchContract } from './search/contract.ts'
import { settingsContract } from './settings/contract.ts'
import { shareContract } from './share/contract.ts'
import { vaultContract } from './vault/contract.ts'
import { rescueContract } from './vault/rescueContract.ts'
import type { z } from './zod.ts'

/** Everything the page may ask. If it is not here, it cannot be asked (ADR 0001). */
export const contract = {
  ...vaultContract,
  ...rescueContract,
  ...wayContract,
  ...recoveryContract,
  ...settingsContract,
  ...practiceContract,
  ...importContract,
  ...caseContract,
  ...evidenceContract,
  ...personContract,
  ...engagementContract,
  ...actContract,
  ...scopeContract,
  ...consentContract,
  ...riskContract,
  ...planContract,
  ...actionContract,
  ...briefContract,
  ...approvalContract,
  ...overrideContract,
  ...publicationContract,
  ...reportContract,
  ...paperContract,
  ...exchangeContract,
  ...keyContract,
  ...colleagueContract,
  ...noticeContract,
  ...shareContract,
  ...handoverContract,
  ...accessContract,
  ...recordContract,
  ...retentionContract,
  ...searchContract,
  ...nameContract,
}

export type Contract = typeof contract
export type Name = keyof Contract
/** What the page sends: before the schema's own trimming and branding. */
export type Sent<N extends Name> = z.input<Contract[N]['input']>
/** What a handler gets: after it. */
export type Input<N extends Name> = z.output<Contract[N]['input']>
export type Output<N extends Name> = z.output<Contract[N]['output']>

export const isName = (name: unknown): name is Name =>
  typeof name === 'string' && Object.hasOwn(contract, name)
