import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Input, Output } from '../../shared/contract.ts'
import type { PaperId } from '../../shared/model.ts'
import type { Leaving, PaperWay } from '../../shared/paper/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import { disclose } from '../disclosure/repository.ts'
import { encryptApart } from '../exchange/apart.ts'
import { packageName } from '../exchange/packageName.ts'
import { takeAway, writeDurablySync } from '../file/writeDurably.ts'
import type { CommandContext, TaskContext } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { address, type Assembled } from './assemble.ts'
import { prepare, stillTheSame } from './prepare.ts'
import { paperById, papers } from './repository.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface Gone {
  readonly ready: Assembled
  readonly way: PaperWay
  readonly bytes: Uint8Array
}

const leavingOf = ({ now }: CommandContext, { ready, way, bytes }: Gone): Leaving => ({
  at: now,
  way,
  sha256: sha256(bytes),
  document: ready.document,
  verdicts: ready.gate.lines,
})

/** That a paper left, and what the person was told with it. In one transaction. */
function recordLeft(context: CommandContext, { paperId, left }: { paperId: PaperId; left: Leaving }): void {
  const paper = paperById(context.db, paperId)
  const { caseId, draft } = paper
  disclose(context, {
    kind: 'paper',
    caseId,
    itemId: paper.id,
    toRole: persons.byId(context.db, paper.personId)?.label ?? '',
    ...address,
    channel: draft.channel,
    verdicts: left.verdicts,
    approvedBy: '',
    sha256: left.sha256,
  })
  papers.update(context.db, { ...paper, printing: null, left, changedAt: context.now })
  changed(context, caseId)
}

/**
 * Prints a paper. That it is given to the printer is written down before the printer gets it; that it came out, after.
 * When Vigil is locked in between, somebody says which it was (`paper.settle`).
 *
 * @returns `false` when the dialog was closed.
 * @throws Refused `paper/…`, `brief/unreadable-pdf`.
 */
export async function printPaper(
  task: TaskContext,
  { paperId }: Input<'paper.print'>,
): Promise<Output<'paper.print'>> {
  const { ready, html, pdf } = await prepare(task, paperId)
  task.write(context => {
    stillTheSame(context, ready)
    const printing = leavingOf(context, { ready, way: 'printer', bytes: pdf })
    papers.update(context.db, { ...ready.paper, printing })
    changed(context, ready.paper.caseId)
  })
  let printed = false
  try {
    printed = await task.app.ask.printOnPaper({ html, pdf })
  } finally {
    task.write(context => settlePaper(context, { paperId, printed }))
  }
  return printed
}

/** Writes down whether a paper that was given to the printer came out. @throws Refused `paper/gone`, `paper/not-printing` */
export function settlePaper(context: CommandContext, { paperId, printed }: Input<'paper.settle'>): null {
  const paper = paperById(context.db, paperId)
  if (!paper.printing) throw new Refused('paper/not-printing')
  if (printed) recordLeft(context, { paperId, left: paper.printing })
  else {
    papers.update(context.db, { ...paper, printing: null })
    changed(context, paper.caseId)
  }
  return null
}

/**
 * Writes a paper as one encrypted file, for whoever hands it over. The file is written inside the transaction that
 * records it: there is never one without the other.
 *
 * @returns `null` when the dialog was closed.
 * @throws Refused `paper/…`, `brief/unreadable-pdf`, `exchange/…`, `file/…`.
 */
export async function exportPaper(
  task: TaskContext,
  { paperId, passphrase }: Input<'paper.export'>,
): Promise<Output<'paper.export'>> {
  const { app } = task
  const { ready, pdf } = await prepare(task, paperId)
  const file = await encryptApart(app.ask, { lock: { passphrase }, content: pdf })
  const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName: packageName(app.random(8)) })
  if (path === null) return null
  try {
    task.write(context => {
      stillTheSame(context, ready)
      recordLeft(context, { paperId, left: leavingOf(context, { ready, way: 'file', bytes: file }) })
      writeDurablySync(path, file)
    })
  } catch (error) {
    if (!hasLeft(task, paperId)) takeAway(path, file)
    throw error
  }
  return { name: basename(path), size: file.byteLength, sha256: sha256(file) }
}

/** Whether it counts as left after all. What cannot be read now is what will be rolled back. */
function hasLeft(task: TaskContext, paperId: PaperId): boolean {
  try {
    return paperById(task.vault().db, paperId).left !== null
  } catch {
    return false
  }
}
