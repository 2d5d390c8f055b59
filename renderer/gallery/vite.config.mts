import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Builds the gallery: every part of the design system on a few pages. For development; never shipped.
 *
 * `.mts`, so that the page's own program of types does not see it, and Node through it.
 */
// oxlint-disable-next-line import/no-default-export
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, '../../out/gallery'),
    emptyOutDir: true,
    target: 'chrome150',
    cssTarget: 'chrome150',
    modulePreload: false,
    assetsInlineLimit: 0,
  },
})
