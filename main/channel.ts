/** The channel a process was started with: `process.send` in a fork, `parentPort` under Electron. */
export interface Channel<In, Out> {
  onMessage(listener: (message: In) => void): void
  send(message: Out): void
}

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** The line to whoever started this process. Messages are structured clones: `Uint8Array` stays `Uint8Array`. */
export function openChannel<In, Out>(): Channel<In, Out> {
  const { parentPort } = process as { readonly parentPort?: ParentPort }
  if (parentPort)
    return {
      onMessage: listener => parentPort.on('message', event => listener(event.data as In)),
      send: message => parentPort.postMessage(message),
    }
  return {
    onMessage: listener => void process.on('message', message => listener(message as In)),
    send: message => void process.send?.(message),
  }
}
