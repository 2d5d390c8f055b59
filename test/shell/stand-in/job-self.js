// A throw-away job that says which process it is.
process.on('message', () => process.send({ ok: true, value: { pid: process.pid } }))
