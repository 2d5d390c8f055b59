import type { WebContents } from 'electron'
import { appUrl } from './guardSession.ts'

/** Keeps whatever is shown where it is: no navigation, no window, no guest, no veto against being closed. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (event.url !== appUrl) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('will-prevent-unload', event => event.preventDefault())
  contents.on('devtools-opened', () => contents.closeDevTools())
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
