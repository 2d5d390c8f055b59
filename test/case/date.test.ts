import { array, assert, boolean, constantFrom, date as dates, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '../../shared/date.ts'
import { Day, PartialDate } from '../../shared/model.ts'

const today = Day.parse('2026-05-20')
const read = (said: string, ahead = false) => {
  const date = readDate(said, { today, ahead })
  return date && `${date.precision} ${date.from ?? '?'} ${date.to ?? '?'}`
}
const day = (iso: string) => `day ${iso} ${iso}`

describe('a day is read as people write it', () => {
  test.each([
    ['2026-03-03', day('2026-03-03')],
    ['3/4/2025', day('2025-04-03')],
    ['3.4.2025', day('2025-04-03')],
    ['3 / 4 / 25', day('2025-04-03')],
    ['03-04-2025', day('2025-04-03')],
    ['12/25/2025', day('2025-12-25')],
    ['3 March 2026', day('2026-03-03')],
    ['March 3, 2026', day('2026-03-03')],
    ['Tuesday, 3rd of March 2026', day('2026-03-03')],
    ['on the 3rd of Mar. 2026', day('2026-03-03')],
    ['3 March', day('2026-03-03')],
    ['3 June', day('2025-06-03')],
    ['the 3rd', day('2026-05-03')],
    ['the 25th', day('2026-04-25')],
    ['29 February', day('2024-02-29')],
    ['today', day('2026-05-20')],
    ['yesterday', day('2026-05-19')],
    ['the day before yesterday', day('2026-05-18')],
    ['last Monday', day('2026-05-18')],
    ['Wednesday', day('2026-05-13')],
    ['three days ago', day('2026-05-17')],
    ['3 مارس 2026', day('2026-03-03')],
    ['٣ آذار ٢٠٢٦', day('2026-03-03')],
    ['الثلاثاء، 3 آذار/مارس 2026', day('2026-03-03')],
    ['٣/٤/٢٠٢٥', day('2025-04-03')],
    ['۳ تشرین', null],
    ['يوم 3 كانون الثاني 2026', day('2026-01-03')],
    ['3 تشرين الأول 2025', day('2025-10-03')],
    ['أمس', day('2026-05-19')],
    ['أول أمس', day('2026-05-18')],
    ['الاثنين الماضي', day('2026-05-18')],
    ['قبل ثلاثة أيام', day('2026-05-17')],
    ['منذ يومين', day('2026-05-18')],
  ])('%s', (said, expected) => expect(read(said)).toBe(expected))
})

describe('what is known less well keeps its width', () => {
  test.each([
    ['March 2026', 'month 2026-03-01 2026-03-31'],
    ['in March', 'month 2026-03-01 2026-03-31'],
    ['June', 'month 2025-06-01 2025-06-30'],
    ['3/2026', 'month 2026-03-01 2026-03-31'],
    ['2026-03', 'month 2026-03-01 2026-03-31'],
    ['2024', 'year 2024-01-01 2024-12-31'],
    ['spring 2025', 'season 2025-03-01 2025-05-31'],
    ['winter 2024/25', 'season 2024-12-01 2025-02-28'],
    ['winter 2025', 'season 2024-12-01 2026-02-28'],
    ['last autumn', 'season 2025-09-01 2025-11-30'],
    ['الصيف الماضي', 'season 2025-06-01 2025-08-31'],
    ['about the 3rd', 'about 2026-04-30 2026-05-06'],
    ['about 3', 'about 2026-04-30 2026-05-06'],
    ['around 3 March 2026', 'about 2026-02-28 2026-03-06'],
    ['early March 2026', 'about 2026-03-01 2026-03-10'],
    ['mid-March 2026', 'about 2026-03-11 2026-03-20'],
    ['the end of 2025', 'about 2025-09-01 2025-12-31'],
    ['last week', 'about 2026-05-07 2026-05-19'],
    ['last month', 'month 2026-04-01 2026-04-30'],
    ['last year', 'year 2025-01-01 2025-12-31'],
    ['two weeks ago', 'about 2026-05-03 2026-05-09'],
    ['between 3 and 5 March 2026', 'about 2026-03-03 2026-03-05'],
    ['3 - 5 March 2026', 'about 2026-03-03 2026-03-05'],
    ['March to May 2025', 'about 2025-03-01 2025-05-31'],
    ['unknown', 'unknown ? ?'],
    ["don't know", 'unknown ? ?'],
    ['مارس 2026', 'month 2026-03-01 2026-03-31'],
    ['شهر آذار 2026', 'month 2026-03-01 2026-03-31'],
    ['في آذار', 'month 2026-03-01 2026-03-31'],
    ['ربيع عام 2025', 'season 2025-03-01 2025-05-31'],
    ['سنة ٢٠٢٤', 'year 2024-01-01 2024-12-31'],
    ['حوالي يوم 3', 'about 2026-04-30 2026-05-06'],
    ['أواخر مارس 2026', 'about 2026-03-21 2026-03-31'],
    ['الأسبوع الماضي', 'about 2026-05-07 2026-05-19'],
    ['بين مارس ومايو 2025', 'about 2025-03-01 2025-05-31'],
    ['غير معروف', 'unknown ? ?'],
  ])('%s', (said, expected) => expect(read(said)).toBe(expected))
})

test('a date ahead without a year is the next one', () => {
  expect(read('3 March', true)).toBe(day('2027-03-03'))
  expect(read('tomorrow', true)).toBe(day('2026-05-21'))
  expect(read('in 10 days', true)).toBe(day('2026-05-30'))
  expect(read('in 2 years', true)).toBe(day('2028-05-20'))
  expect(read('بعد شهرين', true)).toBe(day('2026-07-20'))
})

test.each([
  '',
  '   ',
  '31 February 2026',
  '45/45/2025',
  'before the wedding',
  '3',
  '99999',
  'March May',
  '9 9 9',
])('what is no date is left alone: %j', said => expect(read(said)).toBeNull())

const anyDay = dates({
  min: new Date('1901-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
}).map(date => Day.parse(date.toISOString().slice(0, 10)))

test('every day reads back from the way each language writes it', () => {
  const forms = ['en-GB', 'ar-u-nu-latn', 'ar-EG', 'ar-LB', 'ar-MA', 'ar-TN'].map(
    locale => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }),
  )
  assert(
    property(anyDay, constantFrom(...forms), (iso, form) => {
      expect(read(form.format(new Date(`${iso}T00:00:00Z`)))).toBe(day(iso))
      expect(read(iso)).toBe(day(iso))
    }),
  )
})

test('whatever is typed, the answer is a date that can be kept, with the words as typed, or nothing', () => {
  const word = constantFrom(
    '3',
    '2026',
    'about',
    'march',
    'آذار',
    'last',
    'week',
    'to',
    '-',
    '31/2',
    'في',
    'ago',
    'و',
  )
  const typed = oneof(
    string({ maxLength: 40 }),
    array(word, { maxLength: 6 }).map(words => words.join(' ')),
  )
  assert(
    property(typed, anyDay, boolean(), (said, today, ahead) => {
      const date = readDate(said, { today, ahead })
      if (date === null) return
      expect(date.said).toBe(said)
      expect(PartialDate.safeParse(date).success).toBe(true)
    }),
    { numRuns: 500 },
  )
})
