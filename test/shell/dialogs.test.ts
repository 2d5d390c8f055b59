import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { zenityDialogs } from '../../main/host/chromium/zenity.ts'
import { freshFolder } from '../support.ts'

const path = process.env['PATH']
afterEach(() => void (process.env['PATH'] = path))

/** A desktop whose file chooser does this; none without a script. */
function desktop(script?: string): void {
  const folder = freshFolder()
  process.env['PATH'] = `${folder}:/usr/bin:/bin`
  if (script === undefined) return void (process.env['PATH'] = folder)
  writeFileSync(join(folder, 'zenity'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'zenity'), 0o755)
}

const ask = () => zenityDialogs.chooseFile({ title: 'Vigil', extensions: ['eml'] })

describe('choosing a file on a desktop', () => {
  it('gives the path that was chosen', async () => {
    desktop('echo /somewhere/letter.eml')
    expect(await ask()).toBe('/somewhere/letter.eml')
  })

  it('gives nothing when the dialog was closed', async () => {
    desktop('exit 1')
    expect(await ask()).toBeNull()
  })

  it('says so where there is no dialog, or it cannot show itself', async () => {
    desktop()
    await expect(ask()).rejects.toMatchObject({ code: 'file/no-dialog' })
    desktop('echo cannot open display >&2; exit 255')
    await expect(ask()).rejects.toMatchObject({ code: 'file/no-dialog' })
  })
})
