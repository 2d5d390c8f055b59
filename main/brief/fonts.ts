import arabicBold from '@fontsource/noto-naskh-arabic/700.css?raw'
import arabic from '@fontsource/noto-naskh-arabic/400.css?raw'
import chineseBold from '@fontsource/noto-sans-sc/700.css?raw'
import chinese from '@fontsource/noto-sans-sc/400.css?raw'
import latinBold from '@fontsource/noto-sans/700.css?raw'
import latin from '@fontsource/noto-sans/400.css?raw'

const sheets = [latin, latinBold, arabic, arabicBold, chinese, chineseBold]

/**
 * The bundled faces for a printed document, each named by its path on the page's own origin (`/fonts/…`).
 * Arabic is drawn as large as in the window. Static faces: variable ones become Type 3 fonts in Chromium's PDF and copy badly.
 */
export function fontFaces(): string {
  return sheets
    .join('\n')
    .replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '')
    .replaceAll('url(./files/', 'url(/fonts/')
    .replaceAll("font-family: 'Noto Naskh Arabic';", "font-family: 'Noto Naskh Arabic'; size-adjust: 112%;")
}
