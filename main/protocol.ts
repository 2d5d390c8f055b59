import { z } from '../shared/zod.ts'
import type { RefusalCode, RefusalFacts, Reply } from '../shared/refusal.ts'
import { Preferences } from '../shared/vault/model.ts'
import type { Ask, JobFailed } from './ask.ts'
import type { Behaviour } from './host/host.ts'

/**
 * What a shell and the vault process say to each other (ADR 0003). Messages are structured clones: `Uint8Array`
 * arrives as `Uint8Array`. The vault process says nothing before `start`.
 */
export type ToVault =
  /** Once, first: the folder of the vault, which need not exist yet. */
  | { readonly kind: 'start'; readonly folder: string }
  /** The page asks; `name` and `input` are as the page sent them. Answered by exactly one `reply`. */
  | { readonly kind: 'call'; readonly id: number; readonly name: unknown; readonly input: unknown }
  /** The shell's answer to an `ask`. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  /** Seal, close and exit. Whoever is not gone 400 ms later is killed. */
  | { readonly kind: 'close' }

/** What the vault process sends to the shell. */
export type FromVault =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'ask'; readonly id: number; readonly name: keyof Ask; readonly input: unknown }
  /** After every unlock and lock. A vault that is locked is not locked again for idleness. */
  | { readonly kind: 'state'; readonly unlocked: boolean }
  /** How long nobody may be there before the vault locks: 1 to 15 minutes. */
  | { readonly kind: 'settings'; readonly idleMinutes: number }
  /** Found while the vault is open: `replayed`, it says so when it is asked; `damaged`, it was closed. */
  | { readonly kind: 'found'; readonly what: 'replayed' | 'damaged' }
  /** At the start and after every change: which keys mean panic, and whether pictures of the window may be taken. */
  | ({ readonly kind: 'behaviour' } & Behaviour)

/** How an ask ended: with a value, with a refusal, or with a throw-away job that did not answer. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: RefusalCode; readonly facts?: RefusalFacts }
  | { readonly ok: false; readonly job: JobFailed['kind']; readonly code: string | null }

/** The input of each ask, checked by the shell: file dialogs open only for well-formed questions. */
export const askInputs = {
  chooseFile: z.strictObject({
    title: z.string().max(200),
    extensions: z.array(z.string().regex(/^[a-z0-9]+$/)),
  }),
  chooseDestination: z.strictObject({ title: z.string().max(200), suggestedName: z.string().max(200) }),
  chooseFolder: z.strictObject({ title: z.string().max(200) }),
  printToPdf: z.string(),
  printOnPaper: z.strictObject({ html: z.string(), pdf: z.instanceof(Uint8Array) }),
  runJob: z.strictObject({ name: z.string().regex(/^[a-z][a-z-]*$/), input: z.unknown() }),
} as const satisfies Record<keyof Ask, z.ZodType>

const id = z.int().nonnegative()

/** A message of the vault process, as the shell accepts it. Everything else is dropped. */
export const FromVault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reply'), id, reply: z.custom<Reply<unknown>>(isReply) }),
  z.strictObject({
    kind: z.literal('ask'),
    id,
    name: z.enum(['chooseFile', 'chooseDestination', 'chooseFolder', 'printToPdf', 'printOnPaper', 'runJob']),
    input: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('state'), unlocked: z.boolean() }),
  z.strictObject({ kind: z.literal('found'), what: z.enum(['replayed', 'damaged']) }),
  z.strictObject({ kind: z.literal('settings'), idleMinutes: z.int().min(1).max(15) }),
  z.strictObject({
    kind: z.literal('behaviour'),
    panic: Preferences.shape.panic.unwrap(),
    capture: Preferences.shape.capture.unwrap(),
  }),
])

function isReply(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}
