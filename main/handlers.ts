import type { Name } from '../shared/contract.ts'
import { accessHandlers } from './access/handlers.ts'
import { actHandlers } from './act/handlers.ts'
import { actionHandlers } from './action/handlers.ts'
import { approvalHandlers } from './approval/handlers.ts'
import { briefHandlers } from './brief/handlers.ts'
import { caseHandlers } from './case/handlers.ts'
import { consentHandlers } from './consent/handlers.ts'
import { engagementHandlers } from './engagement/handlers.ts'
import { evidenceHandlers } from './evidence/handlers.ts'
import { colleagueHandlers } from './exchange/colleagueHandlers.ts'
import { exchangeHandlers } from './exchange/handlers.ts'
import { keyHandlers } from './exchange/keyHandlers.ts'
import type { Handler } from './handler.ts'
import { handoverHandlers } from './handover/handlers.ts'
import { importHandlers } from './import/handlers.ts'
import { nameHandlers } from './name/handlers.ts'
import { noticeHandlers } from './notice/handlers.ts'
import { overrideHandlers } from './override/handlers.ts'
import { paperHandlers } from './paper/handlers.ts'
import { personHandlers } from './person/handlers.ts'
import { planHandlers } from './plan/handlers.ts'
import { practiceHandlers } from './practice/handlers.ts'
import { publicationHandlers } from './publication/handlers.ts'
import { recordHandlers } from './record/handlers.ts'
import { recoveryHandlers } from './recovery/handlers.ts'
import { wayHandlers } from './recovery/wayHandlers.ts'
import { reportHandlers } from './report/handlers.ts'
import { retentionHandlers } from './retention/handlers.ts'
import { riskHandlers } from './risk/handlers.ts'
import { scopeHandlers } from './scope/handlers.ts'
import { searchHandlers } from './search/handlers.ts'
import { settingsHandlers } from './settings/handlers.ts'
import { shareHandlers } from './share/handlers.ts'
import { vaultHandlers } from './vault/handlers.ts'
import { stateOf } from './vault/state.ts'
import { rescueHandlers } from './vault/rescue/handlers.ts'

/** Every operation has exactly one handler: an operation without one, or a handler nobody declared, does not compile. */
export const handlers: { readonly [N in Name]: Handler<N> } = {
  ...vaultHandlers,
  ...rescueHandlers(stateOf),
  ...wayHandlers,
  ...recoveryHandlers,
  ...settingsHandlers,
  ...practiceHandlers,
  ...importHandlers,
  ...caseHandlers,
  ...evidenceHandlers,
  ...personHandlers,
  ...engagementHandlers,
  ...actHandlers,
  ...scopeHandlers,
  ...consentHandlers,
  ...riskHandlers,
  ...planHandlers,
  ...actionHandlers,
  ...briefHandlers,
  ...approvalHandlers,
  ...overrideHandlers,
  ...publicationHandlers,
  ...reportHandlers,
  ...paperHandlers,
  ...exchangeHandlers,
  ...keyHandlers,
  ...colleagueHandlers,
  ...noticeHandlers,
  ...shareHandlers,
  ...handoverHandlers,
  ...accessHandlers,
  ...recordHandlers,
  ...retentionHandlers,
  ...searchHandlers,
  ...nameHandlers,
}
