import type { Preferences } from '../../shared/vault/model.ts'

/** The languages there are. */
export const languages: readonly Preferences['language'][] = ['en', 'ar']

/** Each language by its own name, so that whoever reads it finds it. */
export const languageNames: Readonly<Record<Preferences['language'], string>> = {
  en: 'English',
  ar: 'العربية',
}

/** The looks there are. */
export const themes: readonly Preferences['theme'][] = ['system', 'light', 'dark']
