import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** What the sentences the page may need begin with; all others stay out of it. */
const needed =
  /^(reader\.|reply\.|read\.(brief|close|paper|sender)|form\.errors$|paper\.|brief\.line\.|consent\.fact\.|risk\.band\.|answer\.|person\.part\.|date\.|vocabulary\.(?!country\.))/

/** Whether the page carries this sentence. */
export const isNeeded = (key: string): boolean => needed.test(key)

/** Sentences as they go into the page. */
const onlyNeeded: Plugin = {
  name: 'only-needed-sentences',
  enforce: 'pre',
  load(id) {
    if (!/\/resources\/text\/\w\w\.json$/.test(id)) return null
    return JSON.stringify(sentences(readFileSync(id, 'utf8')))
  },
}

const sentences = (json: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(JSON.parse(json) as Record<string, string>).filter(([key]) => isNeeded(key)),
  )

/** The program of the page and its style, each as one text. */
async function bundled(root: string): Promise<{ readonly script: string; readonly style: string }> {
  const made = await build({
    configFile: false,
    root: join(root, 'reader'),
    logLevel: 'warn',
    publicDir: false,
    plugins: [onlyNeeded],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      cssTarget: ['chrome111', 'firefox119', 'safari16.4'],
      cssCodeSplit: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: join(root, 'reader/main.ts'), output: { format: 'iife' } },
    },
  })
  const parts = [made].flat().flatMap(one => ('output' in one ? one.output : []))
  const script = parts.flatMap(part => (part.type === 'chunk' ? [part.code] : []))
  const style = parts.flatMap(part =>
    part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : [],
  )
  if (script.length !== 1 || style.length !== 1) throw new Error('The page is one script and one style.')
  return { script: script.join(''), style: style.join('') }
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

/** The page's own script and style and nothing else: no request, no frame, no form target, no string that becomes code. */
const policyOf = (script: string, style: string) =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'none'",
    "img-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** Inside a script element, `</script` and `<!--` would end or change it; in the strings they stand in, a backslash says the same. */
const asInline = (script: string) => script.trim().replaceAll(/<(?=\/script|!--|script)/gi, '\\x3C')

/**
 * The page one brief is put into, whole but for the file: `%FILE%` stands in its place, once (ADR 0022).
 *
 * The same sources give the same page. Nothing in it says where, when or for whom it was made.
 *
 * @param root the folder of the sources.
 */
export async function readerPage(root: string): Promise<string> {
  const made = await bundled(root)
  const [script, style] = [asInline(made.script), made.style.trim()]
  const say = (language: string, key: string) =>
    sentences(readFileSync(join(root, `resources/text/${language}.json`), 'utf8'))[key] ?? ''
  const parts: Readonly<Record<string, string>> = {
    POLICY: policyOf(script, style),
    STYLE: style,
    SCRIPT: script,
    'TITLE-EN': say('en', 'reader.title'),
    'TITLE-AR': say('ar', 'reader.title'),
    'STATIC-EN': say('en', 'reader.static'),
    'STATIC-AR': say('ar', 'reader.static'),
  }
  return readFileSync(join(root, 'reader/page.html'), 'utf8').replaceAll(
    /(?:\n\s*)?%([A-Z-]+)%(?:\n\s*)?/g,
    (_, name: string) => parts[name] ?? `%${name}%`,
  )
}

/** Makes the page a file beside the programs of Vigil, from where the vault process reads it. */
export const withReaderPage = (root: string): Plugin => ({
  name: 'reader-page',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'reader.html', source: await readerPage(root) })
  },
})
