import type { ClipboardItem as Item } from 'electron'
import type { SystemClipboard } from '../host.ts'
import type { Electron } from './electron.ts'

/** How each system is asked to keep something out of the histories of its clipboard. */
const marks: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<string, string>>>>> = {
  linux: { 'x-kde-passwordManagerHint': 'secret' },
  darwin: { 'org.nspasteboard.ConcealedType': '' },
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: '1',
    CanIncludeInClipboardHistory: '\0\0\0\0',
    CanUploadToCloudClipboard: '\0\0\0\0',
  },
}

const rawFormat = (name: string) => `electron application/osclipboard;format="${name}"`

/** The system's clipboard by way of Electron; on Linux what is merely selected is cleared too. */
export function electronClipboard(
  { clipboard, ClipboardItem }: Pick<Electron, 'clipboard' | 'ClipboardItem'>,
  platform: NodeJS.Platform = process.platform,
): SystemClipboard {
  return {
    read: () => clipboard.readText(),
    async clear() {
      clipboard.clear()
      if (platform === 'linux') clipboard.selection.clear()
    },
    async conceal(text) {
      const named = Object.entries(marks[platform] ?? {}).map(([name, value]) => [rawFormat(name), value])
      const item: Item = new ClipboardItem({ 'text/plain': text, ...Object.fromEntries(named) })
      await clipboard.write([item])
    },
  }
}
