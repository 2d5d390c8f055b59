import { readZip, writeZip, type Part } from './zip.ts'

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const openXml = 'http://schemas.openxmlformats.org'
const relation = `${openXml}/officeDocument/2006/relationships`
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What the document is made of, in the order of the file, with the kind of each part. */
const kinds = {
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'word/document.xml': `${word}.document.main+xml`,
  'word/styles.xml': `${word}.styles+xml`,
  'word/numbering.xml': `${word}.numbering+xml`,
  'word/settings.xml': `${word}.settings+xml`,
  'word/header1.xml': `${word}.header+xml`,
  'word/footer1.xml': `${word}.footer+xml`,
} as const

const types = `${declared}<Types xmlns="${openXml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${Object.entries(
  kinds,
)
  .map(([name, kind]) => `<Override PartName="/${name}" ContentType="${kind}"/>`)
  .join('')}</Types>`

const relations = (of: Readonly<Record<string, readonly [type: string, target: string]>>) =>
  `${declared}<Relationships xmlns="${openXml}/package/2006/relationships">${Object.entries(of)
    .map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const ofPackage = relations({
  rId1: [`${relation}/officeDocument`, 'word/document.xml'],
  rId2: [`${openXml}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
})

const ofDocument = relations({
  rIdHeader: [`${relation}/header`, 'header1.xml'],
  rIdFooter: [`${relation}/footer`, 'footer1.xml'],
  rIdStyles: [`${relation}/styles`, 'styles.xml'],
  rIdNumbering: [`${relation}/numbering`, 'numbering.xml'],
  rIdSettings: [`${relation}/settings`, 'settings.xml'],
})

const settings = `${declared}<w:settings xmlns:w="${openXml}/wordprocessingml/2006/main"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** What the file says of itself: its title and its language. No author, company, template, revision or time. */
export interface Titled {
  readonly title: string
  readonly language: string
}

const core = ({ title, language }: Titled) =>
  `${declared}<cp:coreProperties xmlns:cp="${openXml}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title><dc:language>${escape(language)}</dc:language></cp:coreProperties>`

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What is taken of a file that was built by the library; whatever else it wrote stays behind. */
const taken = [
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/header1.xml',
  'word/footer1.xml',
] as const

/** The names of all parts, in their order in the file. */
export const partNames: readonly string[] = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/core.xml',
  'word/document.xml',
  'word/_rels/document.xml.rels',
  ...Object.keys(kinds).slice(2),
]

/**
 * A document with nothing in it but the parts named here, without any trace of when, where and by what it was made. The
 * same input gives the same bytes.
 *
 * @param built as the library wrote it.
 * @throws Error when a part is missing, or when the document refers to something else than its header and footer.
 */
export function withoutTraces(built: Uint8Array, titled: Titled): Uint8Array<ArrayBuffer> {
  const parts = new Map(readZip(built).map(({ name, bytes }) => [name, bytes]))
  const texts = new Map<string, string>(
    taken.map(name => {
      const bytes = parts.get(name)
      if (!bytes) throw new Error('a part of a document is missing')
      return [name, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]
    }),
  )
  texts.set('word/document.xml', referring(texts.get('word/document.xml') ?? '', titled))
  texts.set('[Content_Types].xml', types)
  texts.set('_rels/.rels', ofPackage)
  texts.set('word/_rels/document.xml.rels', ofDocument)
  texts.set('word/settings.xml', settings)
  texts.set('docProps/core.xml', core(titled))
  return writeZip(partNames.map((name): Part => ({ name, bytes: Buffer.from(texts.get(name) ?? '') })))
}

/** The document with the numbers of its header and footer, and of a section that is read from the right. */
function referring(document: string, { language }: Titled): string {
  const named = document
    .replace(/(<w:headerReference w:type="default" r:id=")rId\d+"/, '$1rIdHeader"')
    .replace(/(<w:footerReference w:type="default" r:id=")rId\d+"/, '$1rIdFooter"')
    .replace(/<w:docGrid\b/, language === 'ar' ? '<w:bidi/><w:docGrid' : '$&')
  const ids = [...named.matchAll(/\br:[a-z]+="([^"]*)"/g)].map(([, id]) => id)
  if (ids.join() !== 'rIdHeader,rIdFooter') throw new Error('a document refers to something else')
  return named
}
