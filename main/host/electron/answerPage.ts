import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { Reply } from '../../../shared/refusal.ts'
import type { Relay } from '../../relay.ts'
import type { Electron } from './electron.ts'

/** Answers the page, and nobody but the page: its top frame, in our window, from our address. */
export function answerPage(
  { ipcMain }: Pick<Electron, 'ipcMain'>,
  { contents, relay }: { readonly contents: WebContents; readonly relay: Relay },
): void {
  const isOurs = ({ senderFrame }: IpcMainInvokeEvent) =>
    senderFrame !== null && senderFrame === contents.mainFrame && senderFrame.origin === 'vigil://app'

  ipcMain.handle('vigil', (event, name: unknown, input: unknown): Reply<unknown> | Promise<Reply<unknown>> =>
    isOurs(event) ? relay.call(name, input) : { ok: false, code: 'unknown-operation' },
  )
}
