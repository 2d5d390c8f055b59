import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sshPublicKey } from '../../../main/exchange/signature.ts'
import { Manifest } from '../../../shared/exchange/manifest.ts'

/** Types what a tool asks for into a terminal of its own: `age` reads a passphrase from nowhere else. */
const typist = `
import os, pty, sys
def read(terminal):
    seen = os.read(terminal, 1024)
    if b'assphrase' in seen: os.write(terminal, os.environ['PASSPHRASE'].encode() + b'\\n')
    return seen
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:], read)))
`

/** The programs this needs that are not on this machine. */
export const missingTools = (): readonly string[] =>
  ['age', 'age-keygen', 'tar', 'ssh-keygen', 'python3'].filter(tool => spawnSync(tool, ['--version']).error)

function must(command: string, args: readonly string[], how: SpawnSyncOptions = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...how, encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''} ${stderr} ${stdout}`)
  return stdout
}

/** Opens a package with `age`, by its passphrase or a key file, and unpacks it with `tar`. @returns the folder. */
export function openWithStockTools(
  path: string,
  into: string,
  how: { readonly passphrase: string } | { readonly keyFile: string },
): string {
  const tarball = join(into, 'package.tar')
  const folder = join(into, 'package')
  mkdirSync(folder, { recursive: true })
  if ('keyFile' in how) must('age', ['--decrypt', '-i', how.keyFile, '-o', tarball, path])
  else
    must('python3', ['-c', typist, 'age', '--decrypt', '-o', tarball, path], {
      env: { ...process.env, PASSPHRASE: how.passphrase },
    })
  must('tar', ['-xf', tarball, '-C', folder])
  return folder
}

/** Checks the signature on the manifest of an unpacked package with `ssh-keygen`. @returns what it says. */
export function verifyWithStockTools(folder: string): string {
  const manifest = readFileSync(join(folder, 'manifest.json'))
  const { senderKey } = Manifest.parse(JSON.parse(manifest.toString()))
  const signers = join(folder, 'signers')
  writeFileSync(signers, `sender ${sshPublicKey(Buffer.from(senderKey, 'base64'))}\n`)
  const names = ['-f', signers, '-I', 'sender', '-n', 'vigil-package-v1', '-s', join(folder, 'manifest.sig')]
  return must('ssh-keygen', ['-Y', 'verify', ...names], { input: manifest })
}

/** A fresh pair of keys made by `age-keygen`. */
export function newStockKey(folder: string): { readonly keyFile: string; readonly recipient: string } {
  const keyFile = join(folder, 'reader.key')
  must('age-keygen', ['-o', keyFile])
  const recipient = /age1\w+/.exec(readFileSync(keyFile, 'utf8'))?.[0] ?? ''
  return { keyFile, recipient }
}
