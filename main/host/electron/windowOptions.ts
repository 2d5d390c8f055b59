import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/** What any page of Vigil may do at most. */
const preferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  devTools: false,
  spellcheck: false,
  v8CacheOptions: 'none',
  safeDialogs: true,
  autoplayPolicy: 'user-gesture-required',
}

/** The one window. Its session has no `persist:` in its name, so it lives in memory. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    title: 'Vigil',
    width: 1280,
    height: 860,
    minWidth: 720,
    minHeight: 560,
    show: false,
    webPreferences: { ...preferences, partition: 'vigil', preload },
  }
}

/** The window a document is printed in: nobody sees it, no script runs in it, it has no bridge. */
export const printOptions: BrowserWindowConstructorOptions = {
  show: false,
  webPreferences: { ...preferences, partition: 'vigil-print', javascript: false },
}
