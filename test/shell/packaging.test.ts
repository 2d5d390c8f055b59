import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const modules = join(root, 'node_modules')

interface Packing {
  readonly asar: boolean
  readonly npmRebuild: boolean
  readonly files: readonly string[]
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly linux: { readonly files: readonly string[] }
  readonly win: { readonly files: readonly string[] }
  readonly mac: { readonly files: readonly string[] }
}

const yaml = execFileSync(
  process.execPath,
  [join(modules, 'js-yaml/bin/js-yaml.js'), join(root, 'electron-builder.yml')],
  {
    encoding: 'utf8',
  },
)
const packing = JSON.parse(yaml) as Packing
const schema = JSON.parse(readFileSync(join(modules, 'app-builder-lib/scheme.json'), 'utf8')) as object

function faultsOf(config: unknown): readonly unknown[] {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return validate(config) ? [] : (validate.errors ?? [])
}

describe('packing Vigil', () => {
  it('is described in words the packer knows', () => {
    expect(faultsOf(packing)).toEqual([])
  })

  it('would notice a setting or a fuse that is spelled wrongly', () => {
    expect(faultsOf({ ...packing, npmRebuilt: false })).not.toEqual([])
    expect(faultsOf({ ...packing, electronFuses: { runAsNodes: false } })).not.toEqual([])
  })

  it('sets every fuse the packer knows', () => {
    const { definitions } = schema as { definitions: { FuseOptionsV1: { properties: object } } }
    expect(Object.keys(packing.electronFuses).toSorted()).toEqual(
      Object.keys(definitions.FuseOptionsV1.properties).toSorted(),
    )
    expect(packing.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: false,
    })
  })

  it('packs what was built, on every system, and neither the Chromium shell nor the project around it', () => {
    const included = ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json']
    for (const files of [packing.files, packing.linux.files, packing.win.files, packing.mac.files]) {
      expect(files.filter(pattern => !pattern.startsWith('!'))).toEqual(included)
      expect(files).toContain('!out/main/chromium.js')
      expect(files).toContain('!node_modules/!(better-sqlite3-multiple-ciphers|@node-rs|sodium-native)/**')
    }
    expect([packing.asar, packing.npmRebuild]).toEqual([true, false])
  })
})
