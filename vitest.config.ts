import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  test: {
    // As many as the smallest machine has cores: by itself the runner keeps one for itself.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias: { electron: at('test/electron-stand-in.ts') } },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', 'test/slow/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // A printed page is only itself with its style sheets.
          css: true,
          include: ['test/e2e/**/*.test.ts', 'test/slow/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup: ['test/e2e/setup.ts'],
        },
      },
    ],
  },
})
