// A vault process without a vault: says back what it is told, asks the shell, hangs or dies when told to.
let folder = ''
let asks = 0
const waiting = new Map()

const reply = (id, value) => process.send({ kind: 'reply', id, reply: value?.refused ?? { ok: true, value } })

function ask(name, input) {
  const id = asks++
  process.send({ kind: 'ask', id, name, input })
  return new Promise(resolve => waiting.set(id, resolve))
}

const operations = {
  folder: () => folder,
  pid: () => process.pid,
  echo: input => input,
  never: () => new Promise(() => {}),
  unlock: () => process.send({ kind: 'state', unlocked: true }) && null,
  settings: idleMinutes => process.send({ kind: 'settings', idleMinutes }) && null,
  found: what => process.send({ kind: 'found', what }) && null,
  nonsense: () => process.send({ kind: 'settings', idleMinutes: 0 }) && process.send('nonsense') && null,
  ask: ({ name, input }) => ask(name, input),
  behave: behaviour => process.send({ kind: 'behaviour', ...behaviour }) && null,
  'vault.erase': input =>
    input === 'not-erased' ? { refused: { ok: false, code: 'vault/not-erased' } } : null,
  die: () => process.kill(process.pid, 'SIGKILL'),
  hang: () => {
    for (;;);
  },
}

const answer = ({ name, input }) =>
  Object.hasOwn(operations, name)
    ? operations[name](input)
    : { refused: { ok: false, code: 'unknown-operation' } }

process.on('message', async message => {
  if (message.kind === 'start') folder = message.folder
  if (message.kind === 'close') process.exit(0)
  if (message.kind === 'answer') waiting.get(message.id)(message.answer)
  if (message.kind === 'call') reply(message.id, await answer(message))
})
