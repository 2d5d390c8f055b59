import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { withFirstWords } from './script/lib/first-words.ts'
import { withOurLanguages } from './script/lib/our-languages.ts'
import { withReaderPage } from './script/lib/reader-page.ts'
import { withSentences } from './script/lib/sentences.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Never bundled: native parts, what only development machines have, and Electron itself. */
const external = ['electron', 'better-sqlite3-multiple-ciphers', '@node-rs/argon2', 'playwright-core']

/** Throw-away processes: every file of `main/jobs` becomes a program of its own. */
const jobs = Object.fromEntries(
  readdirSync(at('main/jobs'))
    .filter(name => name.endsWith('.ts'))
    .map(name => [`job-${name.replace('.ts', '')}`, at(`main/jobs/${name}`)]),
)

export default defineConfig({
  main: {
    plugins: [withReaderPage(import.meta.dirname), withSentences(import.meta.dirname)],
    // Its form for Node makes a `require` of its own beside the one electron-vite adds.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      target: 'node24',
      rolldownOptions: {
        external,
        input: {
          electron: at('main/electron.ts'),
          chromium: at('main/chromium.ts'),
          'vault-process': at('main/vault-process.ts'),
          // A thread of the vault process, not a process: see `main/vault/copies/inThread.ts`.
          'read-copy': at('main/vault/copies/thread.ts'),
          ...jobs,
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rolldownOptions: {
        external: ['electron'],
        input: { preload: at('main/preload.cts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), withFirstWords(), withOurLanguages(), withSentences(import.meta.dirname)],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome150',
      cssTarget: 'chrome150',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // One sheet: what lies above what does not depend on which screen was read first.
      cssCodeSplit: false,
      chunkSizeWarningLimit: 3_000,
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        // What only the desk uses is read with the desk. Only main.tsx, the style sheets and zod.ts do something by being imported.
        treeshake: {
          moduleSideEffects: [
            {
              test: /[\\/](renderer[\\/](?!main|ui[\\/]index)|shared[\\/](?!zod\.)).*\.tsx?$/,
              sideEffects: false,
            },
          ],
        },
        output: {
          // Fonts keep their names: a document being printed refers to them as `/fonts/…`.
          assetFileNames: ({ names }) =>
            names.some(name => name.endsWith('.woff2'))
              ? 'fonts/[name][extname]'
              : 'assets/[name]-[hash][extname]',
        },
      },
    },
  },
})
