import { useEffect, type ReactNode } from 'react'
import { I18nProvider, RouterProvider, isRTL } from 'react-aria-components'

/** Light, dark, or as the system is. */
export type Look = 'system' | 'light' | 'dark'

/** Properties of `UiProvider`. */
export interface UiProviderProps {
  /** BCP 47: "en", "ar". Sets language and direction of the whole window. */
  readonly locale: string
  readonly look?: Look | undefined
  /** Goes to a place inside Vigil; what links call. */
  readonly navigate: (path: string) => void
  /** The address a link shows for a place, when it is not the place itself (`#/…`). */
  readonly addressOf?: ((path: string) => string) | undefined
  readonly children: ReactNode
}

/** Around everything: language, direction, look, and what links do. */
export function UiProvider({ locale, look = 'system', navigate, addressOf, children }: UiProviderProps) {
  useEffect(() => {
    const { documentElement: root } = document
    root.lang = locale
    root.dir = isRTL(locale) ? 'rtl' : 'ltr'
  }, [locale])
  useEffect(() => {
    const { dataset } = document.documentElement
    if (look === 'system') delete dataset.theme
    else dataset.theme = look
  }, [look])
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={navigate} useHref={addressOf ?? asIs}>
        {children}
      </RouterProvider>
    </I18nProvider>
  )
}

const asIs = (path: string) => path
