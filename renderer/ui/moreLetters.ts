import chinese from '../../resources/fonts/noto-sans-sc.css?url'

/** Reads where the slices of the Chinese typeface are. No word of Vigil's own needs them: they are read once the first screen stands. */
export function readMoreLetters(): void {
  if (document.querySelector(`link[href="${chinese}"]`)) return
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = chinese
  document.head.append(sheet)
}
