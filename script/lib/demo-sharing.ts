import { join } from 'node:path'
import { CaseId } from '../../shared/model.ts'
import type { Launched } from '../../test/e2e/launch.ts'
import { get } from '../../test/e2e/steps/get.ts'
import { titled } from '../../test/e2e/steps/hands.ts'
import { keyboardOf } from '../../test/e2e/steps/keyboard.ts'
import { goTo } from '../../test/e2e/steps/look.ts'
import type { Room } from '../../test/e2e/steps/room.ts'
import * as sharing from '../../test/e2e/steps/sharing.ts'
import type { Effort, Office } from '../../test/e2e/steps/sharing.ts'
import type { Telling } from '../../test/e2e/steps/story.ts'
import { createVault } from '../../test/e2e/steps/vault.ts'
import { openWindow } from '../../test/e2e/steps/window.ts'
import { words } from '../../test/e2e/steps/words.ts'

/** What sharing a case and taking one in took of a person, and the passphrase of the second vault. */
export interface Sharing {
  readonly share: Effort
  readonly takeIn: Effort
  readonly passphrase: string
}

interface Play {
  readonly telling: Telling
  readonly room: Room
}

/** Two offices: a case goes by file, is written to on both machines, and comes back with one thing to decide. */
export async function playSharing(
  { telling, room }: Play,
  focalPoint: Launched,
  id: string,
): Promise<Sharing> {
  const caseId = CaseId.parse(id)
  const { desk } = telling
  const vigil = await openWindow({ vaultFolder: join(room.path, 'colleague', 'vault') })
  try {
    const here: Office = { vigil: focalPoint, role: 'FP-1', office: 'Office A', desk }
    const there: Office = { vigil, role: 'FP-2', office: 'Office B', desk }
    const passphrase = await createVault(vigil.page, there.role)
    await telling.step('colleagues', focalPoint.page, async () => {
      await sharing.introduce(here, there)
      await goTo(focalPoint.page, '/colleagues')
    })
    const file = join(desk, 'case.age')
    const share = await telling.step('case-shared', focalPoint.page, async () => {
      const { risks } = await get(focalPoint.page, 'case.view', { caseId })
      await sharing.agree(focalPoint.page, [...new Set(risks.map(({ personId }) => personId))])
      return sharing.shareByKeyboard(here, caseId, file)
    })
    const takeIn = await telling.step('case-taken-in', vigil.page, () =>
      sharing.takeInByKeyboard(there, file),
    )
    await andBack(telling, { here, there, caseId })
    return { share, takeIn, passphrase }
  } finally {
    await vigil.close()
  }
}

interface Both {
  readonly here: Office
  readonly there: Office
  readonly caseId: CaseId
}

/** Both write about the same person; the case comes back, and somebody decides. */
async function andBack({ desk, step }: Telling, { here, there, caseId }: Both): Promise<void> {
  const [ours, theirs] = [here.vigil.page, there.vigil.page]
  const [other] = (await get(theirs, 'case.list', {})).lines
  if (!other) throw new Error('Nothing was taken in.')
  await sharing.writeOf(ours, caseId, { wishes: { value: 'To be left in peace.' } })
  await sharing.writeOf(theirs, other.id, { wishes: { value: 'That the letter is sent.' } })
  const file = join(desk, 'case-back.age')
  await step('case-shared-back', theirs, () => sharing.shareByKeyboard(there, other.id, file))
  await sharing.takeInByKeyboard(here, file, () => step('what-would-change', ours, async () => {}))
  await step('what-both-wrote', ours, () => goTo(ours, `/case/${caseId}/conflicts`))
  await step('decided', ours, async () => {
    const hands = keyboardOf(ours)
    await hands.to(words('conflict.take.this', { value: 'That the letter is sent.' }))
    await hands.press('Enter')
    await titled(ours, 'conflict.title')
    await ours.getByText(words('conflict.none')).waitFor()
  })
  await step('what-came-by-file', ours, () => goTo(ours, `/case/${caseId}/came`))
}
