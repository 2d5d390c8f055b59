import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { hasScreen } from './setup.ts'

/* Vigil as it was built, under `strace`: every socket that is asked for is seen, whether or not it comes about. */

const program = join(import.meta.dirname, '../../out/main/chromium.js')
const calls = 'trace=socket,connect,bind,sendto,sendmsg,sendmmsg'

/** Chromium asks the kernel whether IPv6 is routed by connecting a datagram socket, on which nothing is ever sent. */
const routeQuestion = /^connect\(\d+, \{sa_family=AF_INET6, .*"2001:4860:4860::8888"/

const canTrace = () => spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0

async function traced(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-net-'))
  const log = join(folder, 'calls')
  const headless = hasScreen() ? [] : ['--headless']
  const child = spawn(
    'strace',
    ['-f', '-qq', '-e', calls, '-o', log, process.execPath, program, ...headless],
    {
      env: { ...process.env, VIGIL_VAULT: join(folder, 'vault') },
      stdio: 'ignore',
    },
  )
  await pause(10_000)
  const ended = new Promise(resolve => child.once('exit', resolve))
  process.kill(
    Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ')[0]),
    'SIGTERM',
  )
  await ended
  const lines = readFileSync(log, 'utf8').split('\n')
  rmSync(folder, { recursive: true })
  return lines.map(line => line.replace(/^\d+ +/, ''))
}

it('opens, shows its first screen and closes without sending anything to any network', async () => {
  if (!canTrace())
    return console.log('strace may not run here: what Chromium asks of the network was not watched.')
  const all = await traced()
  const inet = all.filter(line => line.includes('AF_INET'))
  const streams = inet.filter(line => line.startsWith('socket(') && line.includes('SOCK_STREAM'))
  const questions = inet.filter(line => routeQuestion.test(line))
  const others = inet.filter(line => !line.startsWith('socket(') && !routeQuestion.test(line))

  console.log(
    `network: ${inet.length - questions.length - others.length} datagram sockets, ${questions.length} route questions, ${others.length} others`,
  )
  expect(all.length).toBeGreaterThan(10)
  expect(streams).toEqual([])
  expect(others).toEqual([])
}, 60_000)
