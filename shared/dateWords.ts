/** Units people count time in. */
export type Unit = 'day' | 'week' | 'month' | 'year'

/** One word or number of a date, or a mark that carries no meaning of its own. */
export type Token =
  | {
      readonly is: 'num' | 'nth' | 'year' | 'month' | 'season' | 'weekday' | 'part' | 'relative'
      readonly n: number
    }
  | { readonly is: 'unit'; readonly unit: Unit }
  | {
      readonly is:
        'about' | 'ago' | 'in' | 'last' | 'this' | 'next' | 'to' | 'between' | 'and' | 'unknown' | 'skip'
    }

/** Writes letters one way: lower case, Western digits, one form of alef, no vowel signs, no marks of direction. */
export function plain(said: string): string {
  return said
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0640\u064b-\u065f\u0670]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll(/[’']/g, '')
    .replaceAll(/[,،;؛()]/g, ' ')
    .replaceAll(/(\d)\s*([/.])\s*(?=\d)/g, '$1$2')
    .replaceAll(/(?<=\p{L})\s*\/\s*(?=\p{L})/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const numbered = (is: 'month' | 'season' | 'weekday' | 'part', names: readonly string[], first = 1) =>
  names.flatMap((same, index) => same.split('|').map(name => [name, [{ is, n: index + first }]] as const))

const all = (names: string, ...tokens: readonly Token[]) =>
  names.split('|').map(name => [name, tokens] as const)

const months = numbered('month', [
  'january|jan|jan.|يناير|كانون الثاني|جانفي',
  'february|feb|feb.|فبراير|شباط|فيفري',
  'march|mar|mar.|مارس|اذار',
  'april|apr|apr.|ابريل|نيسان|افريل',
  'may|مايو|ايار|ماي',
  'june|jun|jun.|يونيو|يونيه|حزيران|جوان',
  'july|jul|jul.|يوليو|يوليه|تموز|جويليه|يوليوز',
  'august|aug|aug.|اغسطس|اب|اوت|غشت',
  'september|sept|sep|sept.|sep.|سبتمبر|ايلول|شتنبر',
  'october|oct|oct.|اكتوبر|تشرين الاول',
  'november|nov|nov.|نوفمبر|تشرين الثاني|نونبر',
  'december|dec|dec.|ديسمبر|كانون الاول|دجنبر',
])

const seasons = numbered(
  'season',
  ['winter|شتاء|الشتاء', 'spring|ربيع|الربيع', 'summer|صيف|الصيف', 'autumn|fall|خريف|الخريف'],
  0,
)

const weekdays = numbered(
  'weekday',
  [
    'sunday|sun|الاحد',
    'monday|mon|الاثنين',
    'tuesday|tue|tues|الثلاثاء',
    'wednesday|wed|الاربعاء',
    'thursday|thu|thurs|الخميس',
    'friday|fri|الجمعه',
    'saturday|sat|السبت',
  ],
  0,
)

const parts = numbered(
  'part',
  [
    'early|the beginning of|beginning of|the start of|start of|اوائل|مطلع|بدايه|في بدايه|في اوائل|في مطلع',
    'mid|mid-|middle of|the middle of|منتصف|اواسط|وسط|في منتصف|في اواسط',
    'late|the end of|end of|اواخر|نهايه|في نهايه|في اواخر',
  ],
  0,
)

const one: Token = { is: 'num', n: 1 }
const two: Token = { is: 'num', n: 2 }
const unit = (name: Unit): Token => ({ is: 'unit', unit: name })

const units = [
  ...all('day|days|ايام|يوما', unit('day')),
  ...all('week|weeks|الاسبوع|اسابيع', unit('week')),
  ...all('month|months|الشهر|اشهر|شهور|شهرا', unit('month')),
  ...all('year|years|السنه|العام|سنوات|سنين|اعوام', unit('year')),
  ...all('اسبوع', one, unit('week')),
  ...all('يومين|يومان', two, unit('day')),
  ...all('اسبوعين|اسبوعان', two, unit('week')),
  ...all('شهرين|شهران', two, unit('month')),
  ...all('سنتين|سنتان|عامين|عامان', two, unit('year')),
]

const counts = [
  'a|an|one',
  'two|couple of',
  'three|ثلاثه|ثلاث',
  'four|اربعه|اربع',
  'five|خمسه|خمس',
  'six|سته|ست',
  'seven|سبعه|سبع',
  'eight|ثمانيه|ثماني',
  'nine|تسعه|تسع',
  'ten|عشره|عشر',
].flatMap((names, index) => all(names, { is: 'num', n: index + 1 }))

const relative = [
  ...all('today|this morning|tonight|اليوم|هذا اليوم', { is: 'relative', n: 0 }),
  ...all('yesterday|last night|امس|البارحه|يوم امس', { is: 'relative', n: -1 }),
  ...all('the day before yesterday|day before yesterday|اول امس|قبل امس|اول من امس', {
    is: 'relative',
    n: -2,
  }),
  ...all('tomorrow|غدا|يوم غد', { is: 'relative', n: 1 }),
]

const marks = [
  ...all('about|around|approximately|approx|approx.|roughly|circa|ca|ca.|c.|some time in|sometime in', {
    is: 'about',
  }),
  ...all('~|حوالي|نحو|تقريبا|قرابه|في حدود|بحدود|زهاء', { is: 'about' }),
  ...all('ago|منذ|قبل|من', { is: 'ago' }),
  ...all('in|within|بعد|خلال', { is: 'in' }),
  ...all('last|previous|past|الماضي|الماضيه|الفائت|المنصرم|السابق', { is: 'last' }),
  ...all('this|هذا|هذه|الحالي|الجاري|الحاليه', { is: 'this' }),
  ...all('next|coming|القادم|القادمه|المقبل|المقبله', { is: 'next' }),
  ...all('to|until|till|and|up to|-|–|—|الي|حتي|و', { is: 'to' }),
  ...all('between|from|بين|ما بين', { is: 'between' }),
  ...all('unknown|not known|dont know|not sure|no date|date unknown|?|غير معروف|غير معلوم|مجهول', {
    is: 'unknown',
  }),
  ...all('لا اعرف|لا ادري|لا يعرف|التاريخ غير معروف|تاريخ غير معروف', { is: 'unknown' }),
  ...all('the|of|on|at|during|the month of|the year|في|شهر|سنه|عام|فصل|م|بتاريخ|من شهر|من عام|من سنه', {
    is: 'skip',
  }),
  ...all('the day of|يوم', { is: 'skip' }),
]

const words: ReadonlyMap<string, readonly Token[]> = new Map([
  ...months,
  ...seasons,
  ...weekdays,
  ...parts,
  ...units,
  ...counts,
  ...relative,
  ...marks,
])

const longest = 4

/** The tokens of a date as typed, or `null` when a word is not one of a date. */
export function tokensOf(said: string): readonly Token[] | null {
  const rest = said.split(' ').flatMap(apart)
  const tokens: Token[] = []
  while (rest.length > 0) {
    const found = phraseAt(rest)
    if (found === null) return null
    tokens.push(...found.tokens)
    rest.splice(0, found.length)
  }
  return tokens
}

/** Takes "و" and "ب" off the word they are written with, and "mid-" and "~" off theirs. */
function apart(word: string): readonly string[] {
  if (words.has(word)) return [word]
  const joined = /^(و|ب|mid-|~|c\.)(.+)$/.exec(word)
  if (!joined?.[1] || !joined[2]) return [word]
  const known = words.has(joined[2]) || /^\d/.test(joined[2])
  if (!known) return [word]
  return joined[1] === 'ب' ? [joined[2]] : [joined[1], joined[2]]
}

function phraseAt(rest: readonly string[]) {
  for (let length = Math.min(longest, rest.length); length > 0; length -= 1) {
    const tokens = words.get(rest.slice(0, length).join(' '))
    if (tokens) return { tokens, length }
  }
  const tokens = numberOf(rest[0] ?? '')
  return tokens && { tokens, length: 1 }
}

const year = (n: number): Token => ({ is: 'year', n })
const month = (n: number): Token => ({ is: 'month', n })
const num = (n: number): Token => ({ is: 'num', n })
/** Two digits mean this century until a little after now would be passed. */
const longYear = (n: number, digits: string) => year(digits.length === 4 ? n : n < 70 ? 2000 + n : 1900 + n)

/** Day before month, unless only the other order can be a date. */
const dayMonth = (a: number, b: number): readonly Token[] =>
  b > 12 && a <= 12 ? [num(b), month(a)] : [num(a), month(b)]

/** A number, an ordinal or a date written in numbers. */
function numberOf(word: string): readonly Token[] | null {
  const single = /^(\d{1,4})(st|nd|rd|th)?$/.exec(word)
  if (single) return singleOf(word, single[2] !== undefined)
  const [, a = '', b = '', c] = /^(\d{1,4})[-/.](\d{1,4})(?:[-/.](\d{1,4}))?$/.exec(word) ?? []
  const [x, y, z] = [Number(a), Number(b), Number(c)]
  if (a === '') return null
  if (c === undefined) {
    if (a.length === 4)
      return y <= 12 ? [month(y), year(x)] : [year(x), year(b.length === 4 ? y : x - (x % 100) + y)]
    return b.length === 4 ? [month(x), year(y)] : dayMonth(x, y)
  }
  if (a.length === 4) return [num(z), month(y), year(x)]
  return b.length <= 2 && (c.length === 4 || c.length === 2) ? [...dayMonth(x, y), longYear(z, c)] : null
}

function singleOf(word: string, ordinal: boolean): readonly Token[] | null {
  const n = Number.parseInt(word, 10)
  if (ordinal) return n >= 1 && n <= 31 ? [{ is: 'nth', n }] : null
  return word.length === 4 ? [year(n)] : word.length <= 3 ? [num(n)] : null
}
