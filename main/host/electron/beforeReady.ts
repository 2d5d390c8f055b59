import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment } from '../cleanEnvironment.ts'
import type { Electron } from './electron.ts'

/** Chromium's own switches: no names are looked up, nothing is sent, nothing is kept (ADR 0008). */
const switches: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['no-pings'],
  ['disable-http-cache'],
  ['disable-gpu-shader-disk-cache'],
  ['disable-breakpad'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
]

interface Places {
  /** Removed when Vigil ends: everything the engine writes about a session. */
  readonly profile: string
  /** Kept beside the vault: the mark that Vigil runs. Nothing else. */
  readonly shell: string
}

/** Everything that must be said before Electron is ready. */
export function beforeReady(
  { app, protocol }: Pick<Electron, 'app' | 'protocol'>,
  { profile, shell }: Places,
): void {
  app.enableSandbox()
  app.disableHardwareAcceleration()
  app.setName('Vigil')
  mkdirSync(shell, { recursive: true, mode: 0o700 })
  app.setPath('userData', shell)
  app.setPath('sessionData', profile)
  app.setPath('crashDumps', join(profile, 'crashes'))
  for (const [name, value] of switches)
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'vigil',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: false,
        corsEnabled: false,
        stream: false,
        bypassCSP: false,
        allowServiceWorkers: false,
        codeCache: false,
      },
    },
  ])
}

/** Takes out of the environment what makes Node or Electron load code, log, or use a proxy; children inherit the rest. */
export function tidyEnvironment(env: NodeJS.ProcessEnv): void {
  const kept = cleanEnvironment(env)
  for (const name of Object.keys(env)) if (!(name in kept)) delete env[name]
}
