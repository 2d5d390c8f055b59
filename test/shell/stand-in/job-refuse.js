// A throw-away job that says no.
process.on('message', () => process.send({ ok: false, code: 'import/empty' }))
