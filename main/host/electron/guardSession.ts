import type { Session } from 'electron'

/** The page's address. Nothing else is ever loaded. */
export const appUrl = 'vigil://app/'

/** Requests that may be made at all: our own scheme, and pictures the page made itself. */
const isOurs = (url: string) => url.startsWith('vigil://') || url.startsWith('blob:vigil://')

/** Makes a session unable to reach anything, ask for anything, download or remember anything (ADR 0008). */
export function guardSession(session: Session): void {
  denyNetwork(session)
  denyPermissions(session)
  denyDevices(session)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', event => event.preventDefault())
}

function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, callback) =>
    callback({ cancel: !isOurs(url) }),
  )
  void session.setProxy(nowhere)
  session.enableNetworkEmulation({ offline: true })
}

/** A proxy that is not there, for everything, this machine included. */
export const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
}

function denyDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault()
    callback(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault()
    callback('')
  })
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault()
    callback()
  })
}
