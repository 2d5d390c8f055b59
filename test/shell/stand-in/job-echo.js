// A throw-away job that says back what it was given, and the memory it may use.
import { getHeapStatistics } from 'node:v8'

process.on('message', input =>
  process.send({ ok: true, value: { input, heapMb: getHeapStatistics().heap_size_limit / 2 ** 20 } }),
)
