import { spawn } from 'node:child_process'
import { Refused } from '../../../shared/refusal.ts'
import { cleanEnvironment } from '../cleanEnvironment.ts'
import type { PaperAsk } from '../host.ts'

/**
 * Gives a PDF to the usual printer of this machine by way of `lp`, through its standard input: no file is written here.
 * There is no dialog, so it is never closed.
 *
 * @throws Refused `paper/no-printer` where there is no `lp` or no printer takes it.
 */
export function printWithLp({ pdf }: Pick<PaperAsk, 'pdf'>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const no = () => reject(new Refused('paper/no-printer'))
    const child = spawn('lp', ['-s', '-t', 'document', '-'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: cleanEnvironment(process.env),
    })
    child.once('error', no)
    child.once('close', code => (code === 0 ? resolve(true) : no()))
    child.stdin.on('error', () => undefined)
    child.stdin.end(pdf)
  })
}
