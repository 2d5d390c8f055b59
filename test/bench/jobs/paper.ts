import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { htmlOf } from '../../../main/brief/html.ts'
import { cleanPdf } from '../../../main/brief/pdf.ts'
import { findChromium } from '../../../main/host/chromium/findChromium.ts'
import { sayIn } from '../../../main/text.ts'
import { foundOf, type Found, type Job, type LeftOut } from '../job.ts'
import { compare } from '../measure.ts'
import { nth, type Office } from '../office.ts'
import { noWindow, vigil } from '../shell.ts'

/** A brief as the printer of the window makes it, and the same page printed by Chromium from a file. */
async function printing(office: Office): Promise<Found | LeftOut> {
  const none = noWindow(office)
  if (none) return none
  const { get } = await office.desk()
  const { document } = await get('brief.view', { briefId: nth(office.briefs, 0).briefId })
  const say = sayIn(document.language)
  const [page, out] = [join(office.root, 'brief.html'), join(office.root, 'brief.pdf')]
  const fonts = `file://${join(office.built, 'renderer/fonts')}/`
  writeFileSync(page, htmlOf(document, say).replaceAll('/fonts/', fonts))
  const args = [
    '--headless',
    '--no-sandbox',
    '--no-pdf-header-footer',
    `--print-to-pdf=${out}`,
    `file://${page}`,
  ]
  const reference = () => {
    if (spawnSync(findChromium() ?? 'chromium', args, { stdio: 'ignore' }).status !== 0)
      throw new Error('Chromium did not print')
  }
  const shell = await vigil(office, join(office.root, 'nowhere/vault.vigil'))
  try {
    const ours = async () => {
      const printed = await shell.host.printToPdf(htmlOf(document, say))
      return cleanPdf(printed, { title: say('paper.fileTitle'), language: document.language })
    }
    return foundOf(await compare({ ours, reference }, { rounds: Math.max(3, office.rounds) }))
  } finally {
    await shell.close()
  }
}

export const paperJobs: readonly Job[] = [
  {
    name: 'brief to PDF',
    beside: 'Chromium printing the same page bare, started for it',
    unit: 'ms',
    goal: 1.3,
    why: 'a window of its own is opened for each paper, so that nothing of one is left for the next.',
    run: printing,
  },
]
