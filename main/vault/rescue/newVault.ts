import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refused } from '../../../shared/refusal.ts'
import type { Rescued } from '../../../shared/vault/rescue.ts'
import { openDatabase, refusalForDatabase } from '../../db/open.ts'
import { forReading } from '../../db/handles.ts'
import { refusalForWrite } from '../../file/refusalFor.ts'
import { flushFolder, writeDurably } from '../../file/writeDurably.ts'
import { chainHead } from '../../record/entry.ts'
import { keysPath } from '../keysFile.ts'
import type { Keys } from '../openKeys.ts'
import { databasePath, subkeyOf } from '../session.ts'
import { openWithoutVigil } from '../openWithoutVigil.ts'
import { pageTags } from '../pageTags.ts'
import { writeSeal, type Seal } from '../seal.ts'
import { writeCopy } from '../slotBlock.ts'
import { pagesOf, trustedSeal } from './diagnose.ts'
import { rescueInto, type Rescuing } from './rescue.ts'

/** A damaged vault, the place of the new one, and the keys of both: they are the same. */
interface Making extends Omit<Rescuing, 'head' | 'holder'> {
  readonly from: string
  /** A folder that is not there yet. */
  readonly to: string
  readonly keys: Keys
}

function sealNew(
  folder: string,
  { keys, at }: Making,
  said: { readonly seq: number; readonly head: string },
): void {
  const key = subkeyOf(keys, 'seal-mac')
  const fd = openSync(databasePath(folder), 'r')
  try {
    const tags = pageTags(fd, key)
    const seal: Seal = {
      vault_id: keys.block.vault_id,
      seq: said.seq,
      clean: true,
      pages: tags.pages,
      page_tag_root: tags.root,
      salt: tags.salt,
      chain_head: said.head,
      time_claim: at,
    }
    writeSeal(folder, seal, key)
  } finally {
    closeSync(fd)
    key.fill(0)
  }
}

interface Filled {
  readonly rescued: Rescued
  readonly head: string
}

async function fillNew(folder: string, making: Making, seal: Seal | null): Promise<Filled> {
  const { from, keys } = making
  const pages = await pagesOf(from, keys)
  if (!pages) throw new Refused('vault/nothing-to-rescue')
  const key = subkeyOf(keys, 'db')
  const db = openDatabase(databasePath(folder), key, { create: true })
  key.fill(0)
  try {
    const { holder } = keys.slot
    const rescued = await rescueInto(db, pages, { ...making, holder, head: seal?.chain_head || null })
    return { rescued, head: chainHead(forReading(db)) }
  } catch (error) {
    throw refusalForDatabase(error) ?? error
  } finally {
    db.close()
    pages.close()
  }
}

/** The slots stay as they are, in a file of their own: every way in of before is one of the new vault. */
async function build(folder: string, making: Making): Promise<Rescued> {
  const { from, keys } = making
  const seal = await trustedSeal(from, keys)
  const { rescued, head } = await fillNew(folder, making, seal)
  sealNew(folder, making, { seq: (seal?.seq ?? 0) + 2, head })
  await writeDurably(join(folder, 'OPEN-WITHOUT-VIGIL.txt'), Buffer.from(openWithoutVigil))
  const copy = writeCopy(keys.block, { generation: keys.generation, dataKey: keys.dataKey })
  await writeDurably(keysPath(folder), Buffer.concat([copy, copy]))
  return rescued
}

/**
 * Makes a new vault of what can be read of a damaged one, beside its place, and moves it there whole. The damaged vault is
 * only read. Keys, people and the vault's own number stay the same, so that everything sealed in it still opens (ADR 0033).
 *
 * @throws Refused `vault/nothing-to-rescue`, `vault/newer-than-app`, `vault/rescue-stopped`, `file/…`.
 */
export async function makeRescued(making: Making): Promise<Rescued> {
  const parent = dirname(making.to)
  const partial = join(parent, `${randomBytes(6).toString('hex')}.partial`)
  try {
    await mkdir(partial, { mode: 0o700 })
    const rescued = await build(partial, making)
    await rename(partial, making.to)
    flushFolder(parent)
    return rescued
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw refusalForWrite(error)
  }
}
