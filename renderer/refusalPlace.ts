import type { RefusalCode } from '../shared/refusal.ts'

/**
 * Where a "no" is put right. `here`: on the screen that shows it. `outside`: not in Vigil at all (a stick, memory, the
 * sender). Otherwise a place one click away.
 */
export type Place =
  | 'here'
  | 'outside'
  | 'case'
  | 'gates'
  | 'cases'
  | 'persons'
  | 'consent'
  | 'people'
  | 'handover'
  | 'lists'
  | 'colleagues'
  | 'keys'
  | 'exchanged'

/** The place of every refusal there is. Total: a new "no" does not compile without one. */
export const refusalPlaces: Readonly<Record<RefusalCode, Place>> = {
  'unknown-operation': 'outside',
  'invalid-input': 'here',
  fault: 'here',
  'too-large': 'here',

  'file/cannot-read': 'outside',
  'file/cannot-write': 'here',
  'file/disk-full': 'outside',
  'file/gone': 'here',
  'file/no-dialog': 'outside',
  'file/too-large': 'here',

  'vault/locked': 'here',
  'vault/wrong-passphrase': 'here',
  'vault/damaged': 'outside',
  'vault/newer-than-app': 'outside',
  'vault/missing': 'here',
  'vault/in-use': 'outside',
  'vault/already-there': 'here',
  'vault/weak-passphrase': 'here',
  'vault/unusable-passphrase': 'here',
  'vault/passphrase-unsure': 'outside',
  'vault/not-enough-memory': 'outside',
  'vault/try-later': 'here',
  'vault/not-your-duty': 'people',
  'vault/not-a-person': 'outside',
  'vault/role-taken': 'here',
  'vault/passphrase-taken': 'here',
  'vault/too-many-people': 'people',
  'vault/cannot-remove-yourself': 'people',
  'vault/duty-unheld': 'people',
  'vault/person-gone': 'people',

  'import/not-an-email': 'here',
  'import/is-archive': 'here',
  'import/outlook-message': 'outside',
  'import/too-deep': 'outside',
  'import/took-too-long': 'outside',
  'import/empty': 'outside',

  'share/gone': 'case',
  'share/already-sent': 'here',
  'share/gate-closed': 'here',
  'share/not-for-them': 'here',
  'share/leak': 'here',
  'share/sounds-like': 'here',
  'handover/gone': 'handover',
  'handover/already-sent': 'here',
  'handover/not-same-office': 'colleagues',
  'handover/not-your-duty': 'people',
  'handover/unanswered': 'here',
  'handover/no-cases': 'here',
  'handover/leak': 'here',
  'handover/in-parts': 'here',
  'handover/not-taken-over': 'here',
  'handover/already-finished': 'here',

  'exchange/not-a-package': 'here',
  'exchange/damaged': 'outside',
  'exchange/not-for-you': 'outside',
  'exchange/bad-signature': 'outside',
  'exchange/newer-than-app': 'outside',
  'exchange/wrong-passphrase': 'here',
  'exchange/recipient-not-a-key': 'here',
  'exchange/mixed-keys': 'here',
  'exchange/identity-not-a-key': 'here',
  'exchange/too-large': 'here',
  'exchange/took-too-long': 'here',
  'exchange/for-colleagues': 'handover',
  'exchange/changed-meanwhile': 'here',
  'exchange/code-unknown': 'lists',
  'exchange/conflict-gone': 'here',
  'exchange/decide-identity': 'here',
  'exchange/merge-gone': 'here',
  'exchange/nothing-to-share': 'here',
  'exchange/older-than-known': 'outside',
  'exchange/undo-newer-first': 'here',
  'exchange/undo-too-late': 'here',
  'exchange/from-yourself': 'outside',
  'exchange/leak': 'here',
  'exchange/not-a-practice-package': 'outside',
  'exchange/not-from-colleague': 'handover',
  'exchange/nothing-arrived': 'here',
  'exchange/practice-package': 'outside',
  'exchange/sender-changed': 'colleagues',
  'exchange/sender-retired': 'colleagues',
  'exchange/sender-unverified': 'colleagues',
  'exchange/taken-in-before': 'outside',
  'exchange/unknown-sender': 'colleagues',
  'exchange/is-a-reply': 'handover',
  'exchange/nothing-to-answer': 'handover',
  'exchange/recalled': 'exchanged',

  'notice/package-gone': 'exchanged',
  'notice/no-receipt': 'exchanged',
  'notice/not-sent-to-them': 'exchanged',
  'notice/not-theirs': 'exchanged',
  'notice/not-sent': 'exchanged',
  'notice/note-missing': 'here',
  'notice/brief-not-sent': 'here',
  'notice/cannot-decline': 'here',
  'notice/not-your-duty': 'people',
  'notice/nothing-to-decide': 'exchanged',
  'notice/nothing-to-undo': 'here',

  'exchange/no-key': 'keys',
  'exchange/colleague-gone': 'colleagues',
  'exchange/colleague-unverified': 'colleagues',
  'exchange/colleague-changed': 'colleagues',
  'exchange/colleague-retired': 'colleagues',
  'exchange/colleague-compatibility': 'colleagues',
  'exchange/colleague-role-taken': 'here',
  'exchange/keys-differ': 'here',
  'exchange/nothing-to-verify': 'here',
  'exchange/not-a-card': 'here',
  'exchange/card-newer': 'outside',
  'exchange/card-damaged': 'outside',
  'exchange/card-own': 'here',
  'exchange/card-known': 'here',
  'exchange/card-retired': 'here',
  'exchange/card-half-known': 'here',
  'exchange/card-compatibility': 'here',
  'exchange/practice-card': 'outside',
  'exchange/not-a-practice-card': 'outside',
  'exchange/picture-other-kind': 'here',
  'exchange/picture-too-large': 'here',
  'exchange/picture-damaged': 'outside',
  'exchange/picture-no-code': 'here',

  'case/gone': 'cases',
  'case/no-such-move': 'case',
  'case/move-blocked': 'case',
  'case/not-your-duty': 'people',
  'case/closing-by-proposer': 'people',
  'case/details-missing': 'case',
  'case/closing-not-ready': 'here',
  'case/hold-needs-a-day-ahead': 'here',
  'case/clocks-out-of-order': 'here',
  'case/done-in-future': 'here',

  'settings/not-your-duty': 'people',
  'settings/nothing-changed': 'here',
  'settings/code-unknown': 'lists',
  'settings/group-unknown': 'here',
  'settings/label-missing': 'here',
  'settings/label-taken': 'here',
  'settings/thresholds-out-of-order': 'here',
  'settings/windows-overlap': 'here',
  'settings/window-ends-before-it-begins': 'here',
  'settings/window-gone': 'here',

  'person/gone': 'persons',
  'person/no-identity': 'persons',
  'person/basis-missing': 'consent',
  'person/basis-not-your-duty': 'people',
  'person/nothing-to-forget': 'persons',
  'person/forget-shut': 'here',
  'person/forget-already-asked': 'handover',
  'person/forget-answered': 'persons',
  'person/forget-needs-another': 'people',
  'person/forget-not-your-duty': 'people',

  'engagement/gone': 'case',
  'act/gone': 'case',
  'evidence/not-here': 'here',
  'evidence/gone': 'case',
  'evidence/not-of-this-case': 'here',
  'evidence/depends-on-itself': 'here',
  'evidence/source-used': 'here',
  'evidence/reason-missing': 'here',

  'plan/none': 'here',
  'plan/no-such-move': 'case',
  'plan/blocked': 'here',
  'plan/in-future': 'here',
  'plan/review-in-past': 'here',
  'plan/not-of-this-case': 'here',
  'plan/no-words': 'here',
  'plan/not-protective': 'here',
  'plan/no-check-ins': 'here',
  'plan/check-in-missed': 'here',
  'plan/check-in-past': 'here',

  'consent/decided-in-future': 'here',
  'consent/nothing-to-withdraw': 'here',
  'consent/ends-before-it-begins': 'here',
  'consent/condition-needs-date': 'here',
  'consent/implied-is-not-consent': 'here',
  'consent/task-gone': 'case',
  'consent/task-done': 'consent',

  'override/gone': 'case',
  'override/answered': 'case',
  'override/never-publication': 'gates',
  'override/not-your-duty': 'people',
  'override/only-life-saving': 'gates',
  'override/person-said-no': 'consent',
  'override/nothing-to-lift': 'gates',
  'override/needs-two': 'people',
  'override/changed-since': 'here',
  'override/no-such-answer': 'here',
  'override/danger-missing': 'here',
  'override/not-these-lines': 'here',
  'override/item-left': 'case',

  'publication/not-public': 'gates',
  'publication/by-author': 'people',
  'publication/not-checked': 'here',

  'report/gone': 'here',
  'report/never-raised': 'here',
  'report/not-your-duty': 'people',
  'report/nothing-to-send': 'here',
  'report/older-than-taken': 'here',
  'report/same-as-before': 'here',
  'report/why-missing': 'here',

  'item/gone': 'case',
  'approval/expert': 'here',
  'approval/same-role': 'here',
  'approval/not-ready': 'here',
  'approval/not-needed': 'here',
  'approval/nothing-may-be-shown': 'consent',
  'approval/not-all-may-be-shown': 'consent',
  'approval/item-left': 'case',
  'approval/nothing-asked': 'outside',
  'approval/not-asked-of-them': 'outside',
  'approval/answered-before': 'case',
  'approval/declined-before': 'case',
  'approval/of-something-else': 'outside',
  'approval/changed-since': 'case',
  'approval/person-said-no': 'consent',
  'approval/not-your-duty': 'people',
  'approval/for-another-here': 'people',
  'action/gone': 'case',
  'action/already-sent': 'here',
  'action/not-sent': 'here',
  'action/ended': 'here',
  'action/leak': 'here',
  'action/sounds-like': 'here',
  'action/gate-closed': 'gates',
  'action/in-future': 'here',
  'action/sent-before-approval': 'here',
  'action/not-of-this-case': 'here',

  'paper/gone': 'case',
  'paper/already-left': 'here',
  'paper/no-plan': 'case',
  'paper/not-printing': 'here',
  'paper/gate-closed': 'gates',
  'paper/leak': 'here',
  'paper/sounds-like': 'here',
  'paper/too-long': 'here',
  'paper/no-printer': 'outside',

  'brief/gone': 'case',
  'brief/already-sent': 'case',
  'brief/not-alone': 'here',
  'brief/author-cannot-approve': 'people',
  'brief/not-your-approval': 'people',
  'brief/gate-closed': 'gates',
  'brief/leak': 'here',
  'brief/sounds-like': 'here',
  'brief/together-unanswered': 'here',
  'brief/too-long': 'here',
  'brief/unreadable-pdf': 'here',
  'brief/unreadable-docx': 'here',
  'brief/not-a-reply': 'handover',
  'brief/reply-to-another-case': 'handover',
  'brief/already-answered': 'case',
  'brief/practice-reply': 'outside',
  'brief/not-a-practice-reply': 'outside',
}

/** The address of a place, or `null` where there is none: it is here, outside, or no case is open. */
export function addressOf(place: Place, caseId: string | null): string | null {
  switch (place) {
    case 'here':
    case 'outside':
      return null
    case 'cases':
    case 'handover':
    case 'colleagues':
      return `/${place}`
    case 'exchanged':
      return '/handover/exchanged'
    case 'keys':
      return '/colleagues/card'
    case 'people':
    case 'lists':
      return `/vault/${place}`
    case 'case':
      return caseId && `/case/${caseId}`
    case 'gates':
    case 'persons':
    case 'consent':
      return caseId && `/case/${caseId}/${place}`
  }
}
