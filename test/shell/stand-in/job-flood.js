// A throw-away job that says too much: more than it may in one answer, hidden where nobody counts.
process.on('message', () =>
  process.send({ ok: true, value: new Map([['deep', [new Set([new Uint8Array(20 * 2 ** 20)])]]]) }),
)
