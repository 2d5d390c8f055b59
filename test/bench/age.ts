import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newIdentity } from '../../main/exchange/identity.ts'
import { runOpen, runSeal } from '../../main/exchange/run.ts'
import type { SealInput } from '../../main/exchange/run.ts'
import { Instant, PackageId } from '../../shared/model.ts'
import { compare } from './measure.ts'
import type { Comparison } from './measure.ts'
import type { Office } from './office.ts'

const hasAge = () => spawnSync('age', ['--version']).status === 0

function inputFor(recipient: string, reply: string): SealInput {
  return {
    draft: {
      kind: 'brief',
      packageId: PackageId.parse('018f0000-0000-7000-8000-000000000001'),
      caseTag: '0'.repeat(32),
      sentAt: Instant.parse(new Date().toISOString()),
      inReplyTo: null,
      replyTo: { recipient: reply, signingSeed: randomBytes(32).toString('base64') },
    },
    files: [{ name: 'brief.pdf', bytes: new Uint8Array(randomBytes(1_000_000)) }],
    signingSeed: new Uint8Array(randomBytes(32)),
    lock: { recipients: [recipient] },
  }
}

async function prepared({ root }: Office) {
  const { identity, recipient } = await newIdentity('x25519')
  const input = inputFor(recipient, (await newIdentity('hybrid')).recipient)
  const [clear, sealed, key] = [join(root, 'brief.pdf'), join(root, 'brief.age'), join(root, 'key.txt')]
  writeFileSync(clear, input.files[0]?.bytes ?? '')
  writeFileSync(key, `${identity}\n`)
  const { file } = await runSeal(input)
  writeFileSync(sealed, file)
  const age = (...args: string[]) => {
    if (spawnSync('age', args, { stdio: 'ignore' }).status !== 0) throw new Error('age failed')
  }
  return { identity, recipient, input, clear, sealed, key, file, age, out: join(root, 'out') }
}

/** Building, signing and encrypting a package of 1 MB, in a process that has done it before. `null` without `age`. */
export async function sealingAge(office: Office): Promise<Comparison | null> {
  if (!hasAge()) return null
  const { input, recipient, clear, age, out } = await prepared(office)
  return compare(
    { ours: () => runSeal(input), beside: () => age('-r', recipient, '-o', out, clear) },
    { rounds: office.rounds },
  )
}

/** Decrypting and checking it. `null` without `age`. */
export async function openingAge(office: Office): Promise<Comparison | null> {
  if (!hasAge()) return null
  const { identity, file, sealed, key, age, out } = await prepared(office)
  return compare(
    {
      ours: () => runOpen({ file, key: { identities: [identity] } }),
      beside: () => age('-d', '-i', key, '-o', out, sealed),
    },
    { rounds: office.rounds },
  )
}
