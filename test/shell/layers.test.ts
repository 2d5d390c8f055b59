import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const script = join(import.meta.dirname, '../../script/check-layers')

/** What the check says of a house with these files in it. */
function check(files: Readonly<Record<string, string>>): { status: number | null; said: string } {
  const root = mkdtempSync(join(tmpdir(), 'vigil-layers-'))
  for (const part of ['shared', 'main', 'renderer', 'reader', 'test']) mkdirSync(join(root, part))
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), source)
  }
  const { status, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' })
  rmSync(root, { recursive: true })
  return { status, said: stderr }
}

it('is content with the house as it is', () => {
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

it('lets each part use what it may', () => {
  const { status, said } = check({
    'shared/zod.ts': "import { z } from 'zod'",
    'shared/consent/model.ts': "import {\n  z,\n} from '../zod.ts'\nexport type { Id } from '../model.ts'",
    'main/electron.ts': "import { app } from 'electron'",
    'main/host/electron/a.ts':
      "import type { App } from 'electron'\nexport type E = typeof import('electron')",
    'main/db/open.ts': "import Database from 'better-sqlite3-multiple-ciphers'",
    'renderer/consent/Form.tsx': "import { Button } from '../ui/index.ts'\nimport './Form.css'",
    'renderer/App.tsx': "import { Form } from './consent/Form.tsx'",
    'reader/brief.ts': "import { Encrypter } from 'age-encryption'\nimport { z } from '../shared/a.ts'",
    'shared/a.ts': 'export const z = 1',
    'main/words.ts': "const from = 'electron'\n// it's from 'playwright-core' that\n",
  })
  expect([status, said]).toEqual([0, ''])
})

it.each([
  ['shared/a.ts', "import { x } from '../main/x.ts'"],
  ['shared/a.ts', "import { z } from 'zod'"],
  ['shared/a.ts', "import { readFileSync } from 'node:fs'"],
  ['renderer/a.tsx', "import type { X } from '../main/x.ts'"],
  ['renderer/a.tsx', "import { ipcRenderer } from 'electron'"],
  ['renderer/a.tsx', "import _ from 'lodash'"],
  ['renderer/case/a.tsx', "import { B } from '../consent/B.tsx'"],
  ['renderer/case/a.tsx', "export {\n  B,\n} from '../consent/B.tsx'"],
  ['renderer/case/a.tsx', "const b = await import('../consent/B.tsx')"],
  ['renderer/ui/a.tsx', "import { B } from '../consent/B.tsx'"],
  ['reader/a.ts', "import { decrypt } from '../main/exchange/age.ts'"],
  ['reader/a.ts', "import { Button } from '../renderer/ui/index.ts'"],
  ['reader/a.ts', "import React from 'react'"],
  ['main/a.ts', "import { openBrief } from '../reader/brief.ts'"],
  ['main/a.ts', "import { App } from '../renderer/App.tsx'"],
  ['main/a.ts', "import { app } from 'electron'"],
  ['main/host/electron/a.ts', "import { app } from 'electron'"],
  ['main/host/chromium/a.ts', "import { chromium } from 'playwright-core'"],
  ['main/vault/a.ts', "import Database from 'better-sqlite3-multiple-ciphers'"],
  ['main/a.ts', "import express from 'express'"],
  ['main/a.ts', "import { x } from '../test/x.ts'"],
  ['shared/risk/a.ts', 'export const late = () => Date.now() > 1'],
  ['main/case/a.ts', 'export const now = () => new Date()'],
  ['main/case/a.ts', 'export const chance = () => Math.random()'],
  ['main/case/a.ts', 'export const rows = db => db.prepare(`SELECT 1`).all()'],
  ['main/db/a.ts', 'export const clear = db => db.serialize()'],
  ['main/brief/a.ts', 'export const out = ask => ask.chooseDestination({})'],
  ['main/case/a.ts', 'export const told = context => disclose(context, {})'],
  ['main/db/a.ts', "export const clear = db => db.exec(`ATTACH 'x' AS y KEY ''`)"],
])('finds what does not belong: in %s, %s', (path, source) => {
  const { status, said } = check({ [path]: source })
  expect(status).toBe(1)
  expect(said).toContain(path)
})
