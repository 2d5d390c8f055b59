import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decrypt } from '../../main/exchange/age.ts'
import { newIdentity } from '../../main/exchange/identity.ts'
import { runOpen, runSeal } from '../../main/exchange/run.ts'
import { publicKeyOf, sshPublicKey } from '../../main/exchange/signature.ts'
import type { Manifest } from '../../shared/exchange/manifest.ts'
import { aDraft, bytesOf, officeSeed } from './support.ts'

/** Types the passphrase whenever the program asks for one: `age` reads it from a terminal and nowhere else. */
const typist = `
import os, pty, sys
def read(fd):
    seen = os.read(fd, 1024)
    if b'assphrase' in seen: os.write(fd, sys.argv[1].encode() + b'\\n')
    return seen
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[2:], read)))
`
const isHere = (program: string, flag = '--version') => spawnSync(program, [flag]).status === 0
const absent = ['age', 'tar', 'python3'].filter(program => !isHere(program))

const { to: _, ...draft } = aDraft
const files = [{ name: 'brief.json', bytes: bytesOf('{"summary":"what happened"}\n') }]
const passphrase = 'wander copper ninety lemon acid drum'

describe('the tools of any computer', () => {
  let folder = ''
  const at = (name: string) => join(folder, name)
  const run = (command: string) =>
    execFileSync('bash', ['-ec', command], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  const typed = (...command: string[]) =>
    execFileSync('python3', ['-c', typist, passphrase, ...command], { cwd: folder, stdio: 'ignore' })

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigil-stock-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const cannotCheck = () => {
    if (absent.length > 0) console.log(`not on this machine, not checked: ${absent.join(', ')}`)
    return absent.length > 0
  }

  it('open a brief: age, tar, then ssh-keygen for the signature', async () => {
    if (cannotCheck()) return
    const { identity, recipient } = await newIdentity('x25519')
    const { file } = await runSeal({
      draft,
      files,
      signingSeed: officeSeed,
      lock: { recipients: [recipient] },
    })
    writeFileSync(at('a.age'), file)
    writeFileSync(at('key.txt'), `${identity}\n`)
    writeFileSync(at('signers'), `office ${sshPublicKey(publicKeyOf(officeSeed))}\n`)
    run('age -d -i key.txt a.age | tar x')
    run('ssh-keygen -Y verify -f signers -I office -n vigil-package-v1 -s manifest.sig < manifest.json')
    expect(readFileSync(at('brief.json'))).toEqual(Buffer.from(files[0]!.bytes))
    const { files: listed }: Manifest = JSON.parse(readFileSync(at('manifest.json'), 'utf8'))
    expect(run('sha256sum brief.json').toString()).toContain(listed[0]!.sha256)
  })

  it('open a brief locked with a passphrase', async () => {
    if (cannotCheck()) return
    const lock = { passphrase: bytesOf(passphrase) }
    const { file } = await runSeal({ draft, files, signingSeed: officeSeed, lock })
    writeFileSync(at('b.age'), file)
    typed('age', '-d', '-o', 'b.tar', 'b.age')
    expect(run('tar xOf b.tar brief.json')).toEqual(Buffer.from(files[0]!.bytes))
  })

  it('make files that we open: to a key, in armor, with a passphrase, with a locked key file', async () => {
    if (cannotCheck()) return
    run(
      'age-keygen -o tool.txt; echo hello > c; age -r $(age-keygen -y tool.txt) -o c.age c; age -a -r $(age-keygen -y tool.txt) -o c.asc c',
    )
    typed('age', '-p', '-o', 'p.age', 'c')
    typed('age', '-p', '-o', 'tool.age', 'tool.txt')
    const identities = [run('grep -v "^#" tool.txt').toString().trim()]
    const locked = { identityFile: readFileSync(at('tool.age')), passphrase: bytesOf(passphrase) }
    const opened = [
      await decrypt(readFileSync(at('c.age')), { identities }),
      await decrypt(readFileSync(at('c.asc')), { identities }),
      await decrypt(readFileSync(at('p.age')), { passphrase: bytesOf(passphrase) }),
      await decrypt(readFileSync(at('c.age')), locked),
    ]
    expect(opened.map(({ content }) => Buffer.from(content).toString())).toEqual(Array(4).fill('hello\n'))
  })

  it('take our key files as their own', async () => {
    if (cannotCheck()) return
    const { identity, recipient } = await newIdentity('x25519')
    writeFileSync(at('ours.txt'), `${identity}\n`)
    expect(run('age-keygen -y ours.txt').toString().trim()).toBe(recipient)
    run(`echo hello | age -r ${recipient} -o ours.age`)
    const { content } = await decrypt(readFileSync(at('ours.age')), { identities: [identity] })
    expect(Buffer.from(content).toString()).toBe('hello\n')
    await expect(
      runOpen({ file: readFileSync(at('ours.age')), key: { identities: [identity] } }),
    ).rejects.toMatchObject({
      code: 'exchange/not-a-package',
    })
  })
})
