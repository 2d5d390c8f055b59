/**
 * Every expected "no". One code, one sentence in `resources/text` under `refusal.<code>`, which says what is
 * the matter and what to do. A code is `feature/what-is-the-matter`.
 */
export const refusalCodes = [
  // the door
  'unknown-operation',
  'invalid-input',
  'fault',
  'too-large',
  // files and the desktop
  'file/cannot-read',
  'file/cannot-write',
  'file/disk-full',
  'file/gone',
  'file/no-dialog',
  'file/too-large',
  // vault
  'vault/locked',
  'vault/wrong-passphrase',
  'vault/damaged',
  'vault/newer-than-app',
  'vault/missing',
  'vault/in-use',
  'vault/already-there',
  'vault/weak-passphrase',
  'vault/unusable-passphrase',
  'vault/passphrase-unsure',
  'vault/not-enough-memory',
  'vault/try-later',
  'vault/not-your-duty',
  'vault/not-a-person',
  'vault/role-taken',
  'vault/passphrase-taken',
  'vault/too-many-people',
  'vault/cannot-remove-yourself',
  'vault/duty-unheld',
  'vault/person-gone',
  // import
  'import/not-an-email',
  'import/is-archive',
  'import/outlook-message',
  'import/too-deep',
  'import/took-too-long',
  'import/empty',
  // exchange
  'exchange/not-a-package',
  'exchange/damaged',
  'exchange/not-for-you',
  'exchange/bad-signature',
  'exchange/newer-than-app',
  'exchange/wrong-passphrase',
  'exchange/recipient-not-a-key',
  'exchange/mixed-keys',
  'exchange/identity-not-a-key',
  'exchange/too-large',
  'exchange/took-too-long',
  'exchange/for-colleagues',
  'exchange/changed-meanwhile',
  'exchange/from-yourself',
  'exchange/leak',
  'exchange/not-a-practice-package',
  'exchange/not-from-colleague',
  'exchange/nothing-arrived',
  'exchange/practice-package',
  'exchange/sender-changed',
  'exchange/sender-retired',
  'exchange/sender-unverified',
  'exchange/taken-in-before',
  'exchange/unknown-sender',
  'exchange/is-a-reply',
  'exchange/nothing-to-answer',
  // keys and colleagues
  'exchange/no-key',
  'exchange/colleague-gone',
  'exchange/colleague-unverified',
  'exchange/colleague-changed',
  'exchange/colleague-retired',
  'exchange/colleague-compatibility',
  // the case and its parts
  'case/gone',
  'case/no-such-move',
  'case/move-blocked',
  'case/not-your-duty',
  'case/closing-by-proposer',
  'case/details-missing',
  'case/closing-not-ready',
  'case/hold-needs-a-day-ahead',
  'case/clocks-out-of-order',
  'case/done-in-future',
  // settings
  'settings/not-your-duty',
  'settings/nothing-changed',
  'settings/code-unknown',
  'settings/group-unknown',
  'settings/label-missing',
  'settings/label-taken',
  'settings/thresholds-out-of-order',
  'settings/windows-overlap',
  'settings/window-ends-before-it-begins',
  'settings/window-gone',
  'person/gone',
  'person/no-identity',
  'person/basis-missing',
  'person/basis-not-your-duty',
  'person/nothing-to-forget',
  'person/forget-shut',
  'person/forget-already-asked',
  'person/forget-answered',
  'person/forget-needs-another',
  'person/forget-not-your-duty',
  'engagement/gone',
  'act/gone',
  'evidence/not-here',
  'evidence/gone',
  'evidence/not-of-this-case',
  'evidence/depends-on-itself',
  'evidence/source-used',
  'evidence/reason-missing',
  'plan/none',
  'plan/no-such-move',
  'plan/blocked',
  'plan/in-future',
  'plan/review-in-past',
  'plan/not-of-this-case',
  'plan/no-words',
  'plan/not-protective',
  'plan/no-check-ins',
  'plan/check-in-missed',
  'plan/check-in-past',
  'consent/decided-in-future',
  'consent/nothing-to-withdraw',
  'consent/ends-before-it-begins',
  'consent/condition-needs-date',
  'consent/implied-is-not-consent',
  'consent/task-gone',
  'consent/task-done',
  // overrides of a gate
  'override/gone',
  'override/answered',
  'override/never-publication',
  'override/not-your-duty',
  'override/only-life-saving',
  'override/person-said-no',
  'override/nothing-to-lift',
  'override/needs-two',
  'override/changed-since',
  'override/no-such-answer',
  'override/danger-missing',
  'override/not-these-lines',
  'override/item-left',
  // what publication asks for besides
  'publication/not-public',
  'publication/by-author',
  'publication/not-checked',
  'item/gone',
  // actions
  'action/gone',
  'action/already-sent',
  'action/not-sent',
  'action/ended',
  'action/gate-closed',
  'action/in-future',
  'action/sent-before-approval',
  'action/not-of-this-case',
  // papers for the person
  'paper/gone',
  'paper/already-left',
  'paper/no-plan',
  'paper/not-printing',
  'paper/gate-closed',
  'paper/leak',
  'paper/too-long',
  'paper/no-printer',
  // brief
  'brief/gone',
  'brief/already-sent',
  'brief/not-alone',
  'brief/author-cannot-approve',
  'brief/not-your-approval',
  'brief/gate-closed',
  'brief/leak',
  'brief/too-long',
  'brief/unreadable-pdf',
  'brief/not-a-reply',
  'brief/reply-to-another-case',
  'brief/already-answered',
  'brief/practice-reply',
  'brief/not-a-practice-reply',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** Numbers a sentence may need (`{limit}`, `{size}`). Never text: a message must not hold what a person said. */
export type RefusalFacts = Readonly<Record<string, number>>

/** What comes back through the door. Values cross, errors do not. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode; readonly field?: string; readonly facts?: RefusalFacts }

/** Thrown by handlers and rules' callers for an expected "no"; the door turns it into a reply. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly facts: RefusalFacts | undefined

  constructor(code: RefusalCode, facts?: RefusalFacts) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.facts = facts
  }
}
