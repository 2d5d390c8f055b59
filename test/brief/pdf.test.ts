import { PDFDocument, PDFHexString, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { cleanPdf } from '../../main/brief/pdf.ts'
import { textOfPdf } from '../../main/brief/pdfText.ts'
import { Refused } from '../../shared/refusal.ts'

async function printed(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setProducer('Skia/PDF m150')
  pdf.setCreator('Mozilla/5.0 (X11; Linux)')
  pdf.setCreationDate(new Date('2026-11-21T12:00:00Z'))
  pdf.setModificationDate(new Date('2026-11-21T12:00:00Z'))
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++)
    pdf.addPage().drawText(`words of page ${number}`, { font, size: 12, x: 20, y: 100 })
  pdf.catalog.set(
    PDFName.of('StructTreeRoot'),
    pdf.context.register(pdf.context.obj({ Alt: PDFHexString.fromText('an alternative text') })),
  )
  return pdf.save({ useObjectStreams: false })
}

describe('a printed brief', () => {
  it('tells nothing of the program, the machine or the time that made it', async () => {
    const clean = await cleanPdf(await printed(2), { title: 'Brief', language: 'en' })
    const bytes = Buffer.from(clean).toString('latin1')
    expect(bytes).not.toMatch(/Skia|Mozilla|Producer|Creator|CreationDate|ModDate|pdf-lib|\/ID\b/)
    const pdf = await PDFDocument.load(clean, { updateMetadata: false })
    expect([pdf.getTitle(), pdf.getPageCount()]).toEqual(['Brief', 2])
  })

  it('is refused when it has more than two pages', async () => {
    const refusal = await cleanPdf(await printed(3), { title: 'Brief', language: 'en' }).catch(
      (error: unknown) => error,
    )
    expect(refusal).toBeInstanceOf(Refused)
    expect(refusal).toMatchObject({ code: 'brief/too-long', facts: { pages: 3, limit: 2 } })
  })

  it('is read back with its pages, its title and what stands beside the pages', async () => {
    const texts = await textOfPdf(await cleanPdf(await printed(2), { title: 'Brief', language: 'en' }))
    expect(texts.slice(0, 2)).toEqual(
      [1, 2].map(page => expect.stringContaining(`words of page ${page}`) as unknown),
    )
    expect(texts[2]?.split('\n').toSorted()).toEqual(expect.arrayContaining(['Brief', 'an alternative text']))
  })
})
