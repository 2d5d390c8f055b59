import { execFile, type ChildProcess } from 'node:child_process'
import { Refused } from '../../../shared/refusal.ts'
import type { Host } from '../host.ts'

const shown = new Set<ChildProcess>()

/** Closes every dialog that is open: a locked vault leaves no list of files on the screen. */
export const dismissZenity = (): void => shown.forEach(dialog => dialog.kill('SIGKILL'))

/** The part of a shell that asks for files. */
export type Dialogs = Pick<Host, 'chooseFile' | 'chooseDestination' | 'chooseFolder'>

/**
 * File dialogs of the desktop by way of `zenity`.
 *
 * They throw `file/no-dialog` where there is none or it cannot show itself.
 */
export const zenityDialogs: Dialogs = {
  chooseFile: ({ title, extensions }) => choose(title, filters(extensions)),
  chooseDestination: ({ title, suggestedName }) =>
    choose(title, ['--save', '--confirm-overwrite', `--filename=${suggestedName}`]),
  chooseFolder: ({ title }) => choose(title, ['--directory']),
}

const filters = (extensions: readonly string[]) =>
  extensions.length === 0 ? [] : [`--file-filter=${extensions.map(extension => `*.${extension}`).join(' ')}`]

/** `zenity` ends with 0 and a path, with 1 when the dialog was closed, with anything else when it could not run. */
function choose(title: string, rest: readonly string[]): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const dialog = execFile('zenity', ['--file-selection', `--title=${title}`, ...rest], (error, output) => {
      shown.delete(dialog)
      const path = output.replace(/\n$/, '')
      if (!error && path !== '') resolve(path)
      else if (error?.code === 1 && output === '') resolve(null)
      else reject(new Refused('file/no-dialog'))
    })
    shown.add(dialog)
  })
}
