import paperStyle from '../../resources/paper/paper.css?raw'
import type { Input } from '../../shared/contract.ts'
import { el, type Leaf } from '../../shared/brief/leaf.ts'
import type { Say } from '../../shared/brief/paper.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Tombstone } from '../../shared/retention/model.ts'
import { fontFaces } from '../brief/fonts.ts'
import { markup } from '../brief/html.ts'
import type { TaskContext } from '../handler.ts'
import { isPracticeVault } from '../practice/place.ts'
import { hashAt } from '../record/repository.ts'
import { sayIn } from '../text.ts'
import { tombstones } from './repository.ts'

interface Certified {
  readonly tombstone: Tombstone
  /** The hash of the entry that says so. */
  readonly seal: string
  readonly practice: boolean
}

const line = (label: string, value: string): Leaf =>
  el('p', [el('strong', [label]), ' ', el('span', [value], { dir: 'auto' })])

/** What the certificate says, line by line: codes, days and numbers. No name, and nothing that was said. */
export function certificateTree({ tombstone, seal, practice }: Certified, say: Say, language: string): Leaf {
  const { code, ground, askedBy, askedAt, agreedBy, sole, at, entry, digest, ...counts } = tombstone
  const day = (instant: string) => instant.slice(0, 10)
  return el(
    'div',
    [
      el('h1', [say('certificate.title', { code })]),
      ...(practice ? [el('p', [say('certificate.practice')])] : []),
      el('p', [say('certificate.lead')], { class: 'paper-lead' }),
      line(say('certificate.case'), code),
      line(say('certificate.ground'), say(`retention.ground.${ground}`)),
      line(say('certificate.asked'), say('certificate.by', { role: askedBy, day: day(askedAt) })),
      line(say('certificate.agreed'), say('certificate.by', { role: agreedBy, day: day(at) })),
      ...(sole ? [el('p', [say('certificate.sole')])] : []),
      el('h2', [say('certificate.destroyed')]),
      line(say('certificate.rows'), String(counts.rows)),
      line(say('certificate.files'), String(counts.files)),
      line(say('certificate.changes'), String(counts.changes)),
      line(say('certificate.reasons'), String(counts.reasons)),
      el('h2', [say('certificate.proof')]),
      el('p', [say('certificate.proofLead')]),
      line(say('certificate.entry'), String(entry)),
      line(say('certificate.seal'), seal),
      line(say('certificate.digest'), digest),
      el('h2', [say('certificate.limits')]),
      el('p', [say('certificate.limitsCopies')]),
      el('p', [say('certificate.limitsOthers')]),
    ],
    { class: 'paper paper-plain', lang: language },
  )
}

function htmlOf(
  tree: Leaf,
  { title, language }: { readonly title: string; readonly language: 'en' | 'ar' },
): string {
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><title>${markup(title)}</title>
<style>${fontFaces()}\n${paperStyle}\n@page { size: A4; margin: 16mm 17mm } body { margin: 0; overflow-wrap: anywhere }</style></head>
<body>${markup(tree)}</body>
</html>`
}

/** Prints the certificate of a case that was destroyed. @throws Refused `retention/no-tombstone`, `paper/no-printer` */
export async function printCertificate(
  { app, vault }: TaskContext,
  { caseId, language }: Input<'retention.printCertificate'>,
): Promise<boolean> {
  const { db } = vault()
  const tombstone = tombstones.byId(db, caseId)
  if (!tombstone) throw new Refused('retention/no-tombstone')
  const say = sayIn(language)
  const certified = { tombstone, seal: hashAt(db, tombstone.entry) ?? '', practice: isPracticeVault(db) }
  const html = htmlOf(certificateTree(certified, say, language), { title: say('sheet.fileTitle'), language })
  return app.ask.printOnPaper({ html, pdf: await app.ask.printToPdf(html) })
}
