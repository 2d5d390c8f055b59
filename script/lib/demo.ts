// Run by script/demo after a build: tells the story of test/e2e/steps/story.ts in a real window, takes pictures, looks
// for plaintext and for sockets, and writes what it found. Ends with 1 when anything is not as it should be.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { setup } from '../../test/e2e/setup.ts'
import { makeRoom } from '../../test/e2e/steps/room.ts'
import { playDemo } from './demo-play.ts'

const usage = 'script/demo [--out DIR] [--recipient age1…]'

interface Asked {
  readonly out: string
  readonly recipient: string | null
}

function asked(): Asked {
  const options = {
    out: { type: 'string' },
    recipient: { type: 'string' },
    from: { type: 'string' },
  } as const
  const { values } = parseArgs({ options })
  if (values.recipient !== undefined && !values.recipient.startsWith('age1'))
    throw new Error(`A recipient is a key that begins with age1. Usage: ${usage}`)
  const out = resolve(values.from ?? '.', values.out ?? 'demo-out')
  return { out, recipient: values.recipient ?? null }
}

/** An empty folder for what is left; what an earlier run left there goes, anything else is never touched. */
function emptied(out: string): void {
  mkdirSync(out, { recursive: true })
  const ours =
    /^(\d\d+-.*\.png|brief(-for-words)?\.age|brief\.html|reply(-from-page)?\.age|case(-back)?\.age|summary\.json)$/
  for (const name of readdirSync(out))
    if (ours.test(name) && statSync(join(out, name)).isFile()) rmSync(join(out, name))
}

async function main(): Promise<void> {
  const { out, recipient } = asked()
  emptied(out)
  const endScreen = await setup()
  const room = makeRoom()
  room.enter()
  try {
    const faults = await playDemo({ out, recipient, room })
    for (const fault of faults) console.error(`Not as it should be: ${fault}`)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    room.leave()
    room.remove()
    endScreen()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
