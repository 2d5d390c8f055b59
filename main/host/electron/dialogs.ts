import { join } from 'node:path'
import type { BrowserWindow, OpenDialogOptions } from 'electron'
import type { Host } from '../host.ts'
import type { Electron } from './electron.ts'

/** The desktop's file dialogs. They leave no trace among recent documents and start in the home folder. */
export function createDialogs(
  { app, dialog }: Pick<Electron, 'app' | 'dialog'>,
  window: BrowserWindow,
): Pick<Host, 'chooseFile' | 'chooseDestination' | 'chooseFolder'> {
  const home = app.getPath('home')
  const open = async (options: OpenDialogOptions) => {
    const { filePaths } = await dialog.showOpenDialog(window, { ...options, defaultPath: home })
    return filePaths[0] ?? null
  }
  return {
    chooseFile: ({ title, extensions }) =>
      open({ title, filters: filters(extensions), properties: ['openFile', 'dontAddToRecent'] }),
    chooseFolder: ({ title }) =>
      open({ title, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }),
    async chooseDestination({ title, suggestedName }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: join(home, suggestedName),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      })
      return canceled || filePath === '' ? null : filePath
    },
  }
}

const filters = (extensions: readonly string[]) =>
  extensions.length === 0
    ? []
    : [{ name: extensions.map(extension => `*.${extension}`).join(' '), extensions: [...extensions] }]
