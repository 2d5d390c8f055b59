// A sandboxed preload is CommonJS; the compiler refuses `import` here.
const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron')

/** The whole bridge: one function to ask, one to hear that the vault is about to lock. Nothing of Electron crosses. */
contextBridge.exposeInMainWorld(
  'vigil',
  Object.freeze({
    call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('vigil', name, input),
    on: (listener: (event: 'locking' | 'closing' | 'panic') => void): void => {
      ipcRenderer.on('vigil', (_event, name: 'locking' | 'closing' | 'panic') => listener(name))
    },
  }),
)
