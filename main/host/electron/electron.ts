/**
 * Electron's own module, as a type: the settings beside this file are given what they use, so that only
 * `main/electron.ts` imports it and a test can hand in a stand-in.
 */
export type Electron = typeof import('electron')
