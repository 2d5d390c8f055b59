import { Refused } from '../../../shared/refusal.ts'
import type { OpenVault } from '../openVault.ts'
import { mustBeTheSame, readThrough } from './facts.ts'
import { boxKeyName, type Manifest } from './manifest.ts'
import { markProved, unprovedManifest } from './restoring.ts'

/**
 * Holds a vault that was unpacked from a copy to what the copy said: every page and index read, every row counted, the whole
 * record. Only then is it called restored. For every other vault nothing happens.
 *
 * @param folder where the open vault stands.
 * @returns what the copy said, or `null` when there was nothing to prove.
 * @throws Refused `copies/differs`, `copies/record-broken`, `vault/damaged`, `file/…`.
 */
export async function proveRestored(folder: string, vault: OpenVault): Promise<Manifest | null> {
  const manifest = await unprovedManifest(folder, vault.subkey(boxKeyName))
  if (!manifest) return null
  if (manifest.vault_id !== vault.vaultId) throw new Refused('copies/differs')
  mustBeTheSame(readThrough(vault.db), manifest.facts)
  markProved(folder)
  return manifest
}
