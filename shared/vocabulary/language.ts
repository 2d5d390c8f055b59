import { first, grouped } from './list.ts'

/**
 * Languages people speak with the office: BCP 47, the official languages of the United Nations first.
 *
 * Names come from `Intl.DisplayNames` unless `resources/text` has its own. `sgn` is any sign language.
 */
// prettier-ignore
export const language = grouped({
  id: 'language',
  ...first,
  basis: 'K',
  groups: {
    official: ['ar', 'zh', 'en', 'fr', 'ru', 'es'],
    more: [
      'am', 'az', 'be', 'bn', 'my', 'ckb', 'prs', 'de', 'fa', 'ff', 'ka', 'ha', 'he', 'hi', 'ht', 'hy', 'id', 'ig', 'it',
      'ja', 'kk', 'km', 'rw', 'ky', 'ko', 'kmr', 'lo', 'ln', 'mg', 'ms', 'mn', 'ne', 'om', 'pa', 'ps', 'pl', 'pt', 'qu',
      'rn', 'ro', 'sr', 'si', 'so', 'sw', 'ta', 'tg', 'te', 'th', 'ti', 'bo', 'tr', 'tk', 'ug', 'uk', 'ur', 'uz', 'vi',
      'wo', 'yo', 'zu', 'sgn',
    ],
  },
  last: ['other', 'unknown'],
})
