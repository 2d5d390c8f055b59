// A throw-away job that ends without an answer.
process.on('message', () => process.kill(process.pid, 'SIGSEGV'))
