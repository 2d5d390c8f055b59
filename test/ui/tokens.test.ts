import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Rgb = readonly [number, number, number]
type Theme = 'light' | 'dark'

const folder = 'renderer/ui'
const table = readFileSync(`${folder}/tokens.css`, 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
const sheets = globSync(`${folder}/*.module.css`).map(file => ({ file, text: readFileSync(file, 'utf8') }))

/** What a token says in one theme, with every `var()` followed. */
function valueOf(token: string, theme: Theme): string {
  const said = new RegExp(`--${token}:\\s*([^;]+);`).exec(table)?.[1]?.trim()
  if (said === undefined) throw new Error(`no token ${token}`)
  const other = /^var\(--([\w-]+)\)$/.exec(said)?.[1]
  if (other !== undefined) return valueOf(other, theme)
  const [, light = said, dark = said] =
    /^light-dark\(\s*(oklch\([^)]*\)),\s*(oklch\([^)]*\))\s*\)$/.exec(said) ?? []
  return theme === 'light' ? light : dark
}

/** OKLCH to linear sRGB (Björn Ottosson, "A perceptual color space for image processing"). */
function linear(oklch: string): Rgb {
  const [l = 0, c = 0, h = 0] = [...oklch.matchAll(/[\d.]+/g)].map(([number]) => Number(number))
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
}

/** Relative luminance (WCAG 2.2). */
function luminance(oklch: string): number {
  const [red, green, blue] = linear(oklch).map(channel => Math.max(0, Math.min(1, channel)))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function contrast(front: string, back: string): number {
  const [light = 0, dark = 0] = [luminance(front), luminance(back)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const plain = ['paper', 'sunken', 'pressed', 'floating-paper'] as const
const meanings = ['safe', 'care', 'stop', 'note'] as const
const across = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap(front => backs.map(back => [front, back] as const))

/** Words on the surfaces they stand on. */
const words = [
  ...across(
    ['text', 'text-quiet'],
    [...plain, 'accent-paper', ...meanings.map(meaning => `${meaning}-paper`)],
  ),
  ...across(['accent', 'accent-strong'], ['paper', 'sunken', 'floating-paper']),
  ...meanings.flatMap(meaning =>
    across([`${meaning}-text`], ['paper', 'sunken', 'floating-paper', `${meaning}-paper`]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['neutral-1', 'neutral-10'],
  ['text', 'selection'],
] as const

/** Borders, icons, bars and rings; and words on a button filled with a meaning, which are bold. */
const controls = [
  ...across(['line-control', 'accent', 'focus'], plain),
  ...across(['line-control', 'focus'], ['accent-paper', ...meanings.map(meaning => `${meaning}-paper`)]),
  ...meanings.flatMap(meaning =>
    across([`${meaning}-line`], ['paper', 'sunken', 'floating-paper', `${meaning}-paper`]),
  ),
  ['on-stop', 'stop-line'],
  ['on-stop', 'stop-strong'],
] as const

describe.each(['light', 'dark'] as const)('in the %s look', theme => {
  it.each(words)('%s can be read on %s by tired eyes (7 to 1)', (front, back) => {
    expect(contrast(valueOf(front, theme), valueOf(back, theme))).toBeGreaterThanOrEqual(7)
  })

  it.each(controls)('%s can be told from %s (4.5 to 1)', (front, back) => {
    expect(contrast(valueOf(front, theme), valueOf(back, theme))).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the sums behind the contrast', () => {
  it('find black on white to be 21 to 1', () => {
    expect(contrast('oklch(0 0 0)', 'oklch(1 0 0)')).toBeCloseTo(21, 1)
  })

  it('find the red of sRGB where others find it', () => {
    expect(luminance('oklch(0.62796 0.25768 29.2339)')).toBeCloseTo(0.2126, 3)
  })
})

describe('the table of tokens', () => {
  it('has six steps of type and eight of space', () => {
    const rem = (name: string) =>
      [...table.matchAll(new RegExp(`--${name}-[\\w-]+: ([\\d.]+)rem`, 'g'))].map(
        ([, size]) => Number(size) * 16,
      )
    expect(rem('type')).toEqual([14, 16, 18, 22, 28, 36])
    expect(rem('space')).toEqual([4, 8, 12, 16, 24, 32, 48, 64])
  })

  it.each(sheets)('is the only place that names a colour ($file)', ({ text }) => {
    expect(text).not.toMatch(/oklch\(|rgb\(|hsl\(|#[\da-f]{3,8}\b/i)
  })

  it.each(sheets)('lets no sheet name a side that is wrong from right to left ($file)', ({ text }) => {
    expect(text).not.toMatch(
      /\b(margin|padding|border|inset)-(left|right|top|bottom)\b|^\s*(left|right|top|bottom):/m,
    )
  })

  it.each(sheets)('has every token that is used ($file)', ({ text }) => {
    const set = new Set([...`${table}${text}`.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    const fromElsewhere = new Set(['--trigger-width', '--heading', '--heading-first'])
    const missing = [...text.matchAll(/var\((--[\w-]+)/g)]
      .map(([, name = '']) => name)
      .filter(name => !set.has(name) && !fromElsewhere.has(name))
    expect(missing).toEqual([])
  })
})
