import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Planted } from '../../test/e2e/steps/planted.ts'
import type { Room } from '../../test/e2e/steps/room.ts'
import { searchFor, type Found } from '../../test/e2e/steps/search.ts'
import { listening } from '../../test/e2e/steps/sockets.ts'

/** One search: when, how much was looked through, and what was found. */
export interface Searched {
  readonly when: string
  readonly files: number
  readonly bytes: number
  readonly found: readonly Found[]
}

interface Where {
  readonly room: Room
  readonly planted: Planted
  readonly out: string
}

interface What {
  /** Outside the room only what was written since then is looked at. */
  readonly since: number
  readonly secrets: readonly string[]
}

/** Looks for everything planted and every secret: in the room, on the desk's sealed files, and in the usual places outside. */
export function plaintextProof({ room, planted, out }: Where, { since, secrets }: What) {
  const search = searchFor([planted.beginning, ...secrets])
  const outside = [...new Set(['/tmp', '/var/tmp', '/dev/shm', tmpdir(), homedir()])]
  const except = [room.path, room.desk, out]
  const emails = (found: Found) => !found.path.includes('.eml')
  return {
    search(when: string): Searched {
      const parts = [
        search.folder(room.path),
        search.folder(room.desk),
        ...outside.map(folder => search.folder(folder, { since, except })),
      ]
      const sum = (of: 'files' | 'bytes') => parts.reduce((total, part) => total + part[of], 0)
      return {
        when,
        files: sum('files'),
        bytes: sum('bytes'),
        // The e-mail that came in is meant to be readable; nothing else is.
        found: parts.flatMap(part => part.found).filter(emails),
      }
    },
    /** Whether it finds what is put there for it to find. */
    control(): boolean {
      const folder = mkdtempSync(join(tmpdir(), 'control-'))
      writeFileSync(join(folder, 'packed'), deflateSync(planted.at('control')))
      const { found } = search.folder(folder)
      rmSync(folder, { recursive: true })
      return found.length > 0
    },
  }
}

/** Whether the watch sees a program of ours that listens. */
export async function socketsAreSeen(): Promise<boolean> {
  const program = `require('node:net').createServer().listen(0, '127.0.0.1', () => console.log('ready'))`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise(resolve => child.stdout.once('data', resolve))
  const seen = listening().some(({ pid }) => pid === child.pid)
  child.kill()
  return seen
}
