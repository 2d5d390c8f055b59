// A sandboxed preload is CommonJS; the compiler refuses `import` here.
const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron')

/** The whole bridge: one function to ask, one to hear of the vault: that it is about to lock, or that something was found. Nothing of Electron crosses. */
contextBridge.exposeInMainWorld(
  'vigil',
  Object.freeze({
    call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('vigil', name, input),
    on: (listener: (event: 'locking' | 'closing' | 'panic' | 'changed') => void): void => {
      ipcRenderer.on('vigil', (_event, name: 'locking' | 'closing' | 'panic' | 'changed') => listener(name))
    },
  }),
)
