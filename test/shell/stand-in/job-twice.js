// A throw-away job that goes on talking after its answer.
process.on('message', () => {
  for (let n = 1; n < 1_000; n++) process.send({ ok: true, value: n })
})
