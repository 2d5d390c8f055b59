// A throw-away job that never answers and does not listen.
process.on('message', () => {
  for (;;);
})
