// A throw-away job that was taken over: tries everything a process can do, and says how far it came.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
// oxlint-disable-next-line no-restricted-imports -- it must not come through
import { connect } from 'node:net'

const tried = work => {
  try {
    work()
    return 'done'
  } catch (error) {
    return String(error.code ?? error.name)
  }
}

const reached = path =>
  new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port: 9 })
    socket.on('error', ({ code }) => resolve(code))
    socket.on('connect', () => resolve(path))
  })

process.on('message', async ({ secret, place }) =>
  process.send({
    ok: true,
    value: {
      reads: tried(() => readFileSync(secret)),
      lists: tried(() => readdirSync('/')),
      writes: tried(() => writeFileSync(place, 'x')),
      starts: tried(() => spawnSync('true')),
      // oxlint-disable-next-line no-eval -- it must be refused
      evaluates: tried(() => (0, eval)('1')),
      connects: await reached('connected'),
      environment: Object.keys(process.env),
    },
  }),
)
