import { writeSync } from 'node:fs'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'

/*
 * One of many that want the same vault at the same moment: says what it was told, and keeps what it has until its input
 * ends.
 */
const desk = newAppDesk({ folder: process.argv[2] ?? '', kdf: quickKdf })
process.stdin.once('data', () => {
  void desk.call('vault.unlock', { passphrase: passphraseOf(0) }).then(reply => {
    writeSync(1, `${reply.ok ? 'owner' : reply.code}\n`)
  })
})
process.stdin.once('end', () => {
  void desk.call('vault.lock', {}).then(() => process.exit(0))
})
writeSync(1, 'ready\n')
