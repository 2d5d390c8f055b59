import { copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../main/db/handles.ts'
import { keysPath } from '../../main/vault/keysFile.ts'
import { newAppDesk, passphraseOf, quickKdf } from './desk.ts'
import type { AppDesk } from './desk.ts'
import { catchUp, clockFrom, keptVault, opened, type Made, type Say } from './vault/kept.ts'
import { openPlain } from './vault/plain.ts'
import { today } from './vault/drawing.ts'
import type { BriefId, CaseId, PersonId } from '../../shared/model.ts'

/** A case of a made vault, with its first person. */
export interface Known {
  readonly caseId: CaseId
  readonly personId: PersonId
}

/** A vault of so many cases that may be worked in, and the same rows in a plain database. */
export interface Office {
  /** A folder of its own, gone at the end. */
  readonly root: string
  readonly count: number
  readonly rounds: number
  /** Where the programs and the page were built to: the folder with `main` and `renderer`. */
  readonly built: string
  readonly made: Made
  /** The `keys.vk` that opens the vault with passphrase 0, at the least derivation there ever is; and passphrase 1, at none. */
  readonly keys: { readonly strong: string; readonly quick: string }
  /** The folder of the vault that is worked in. Its passphrase is 1 and its derivation costs nothing. */
  readonly folder: string
  /** The plain database, open; opened again when a job closed it. */
  plain(): Connection
  readonly plainPath: string
  /** The vault, open; opened again when a job closed it. */
  desk(): Promise<AppDesk>
  /** Closes both, for jobs that open them themselves. */
  shut(): Promise<void>
  /** Some cases, spread over all there are. */
  readonly known: readonly Known[]
  /** Cases with a brief. */
  readonly briefs: readonly { readonly caseId: CaseId; readonly briefId: BriefId }[]
  /** A desk over the folder, closed, going on where the clock of the others stopped. */
  newDesk(more?: Partial<Parameters<typeof newAppDesk>[0]>): AppDesk
  readonly say: Say
}

interface Asked {
  readonly root: string
  readonly count: number
  readonly rounds: number
  readonly built: string
  readonly say: Say
}

const most = 2000

function knownIn(plain: Connection, count: number): Known[] {
  const step = Math.max(1, Math.floor(count / most))
  const sql = `SELECT case_id AS caseId, id AS personId FROM person WHERE label = 'P1' AND case_id IN
    (SELECT id FROM case_file WHERE rowid % ? = 0) LIMIT ?`
  return plain.prepare<[number, number], Known>(sql).all(step, most)
}

/** Takes a made vault and opens a copy of it. */
export async function newOffice({ root: all, count, rounds, built, say }: Asked): Promise<Office> {
  const made = await keptVault(count, say)
  const root = join(all, String(count))
  mkdirSync(root)
  const [folder, plainPath] = [join(root, 'vault.vigil'), join(root, 'plain.db')]
  cpSync(made.vault, folder, { recursive: true })
  const keys = { strong: join(root, 'strong.vk'), quick: join(root, 'quick.vk') }
  copyFileSync(keysPath(made.vault), keys.strong)
  copyFileSync(made.quickKeys, keys.quick)
  copyFileSync(keys.quick, keysPath(folder))
  copyFileSync(made.plain, plainPath)
  const clock = clockFrom(today)
  const newDesk: Office['newDesk'] = more => newAppDesk({ folder, kdf: quickKdf, clock, ...more })
  let held: AppDesk | null = null
  const desk = async () => {
    if (held) return held
    const opening = newDesk()
    await opening.get('vault.unlock', { passphrase: passphraseOf(1) })
    await catchUp(opening)
    held = opening
    return held
  }
  let heldPlain: Connection | null = null
  const plain = () => (heldPlain ??= openPlain(plainPath))
  const shut = async () => {
    await held?.get('vault.lock', {})
    held = null
    heldPlain?.close()
    heldPlain = null
  }
  const briefs = plain()
    .prepare<[], { caseId: CaseId; briefId: BriefId }>(`SELECT case_id AS caseId, id AS briefId FROM brief`)
    .all()
  const known = knownIn(plain(), count)
  return {
    root,
    count,
    rounds,
    built,
    made,
    keys,
    folder,
    plain,
    plainPath,
    desk,
    shut,
    known,
    briefs,
    newDesk,
    say,
  }
}

/** The database of the open vault, for what a job compares. */
export const databaseOf = (desk: AppDesk): Connection => opened(desk).db

/** How often something is done that takes long, and the longer the more cases there are. */
export const fewRounds = ({ count, rounds }: Pick<Office, 'count' | 'rounds'>, most: number): number =>
  count > 20_000 ? 1 : Math.min(most, rounds)

/** One of these, and the first again after the last. */
export function nth<T>(values: readonly T[], i: number): T {
  const value = values[i % values.length]
  if (value === undefined) throw new Error('there is none')
  return value
}
