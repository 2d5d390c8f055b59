import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayIn } from '../../main/text.ts'
import {
  addedCodesIn,
  allCodes,
  changedList,
  hasCode,
  isOffered,
  labelIn,
  refusalForChange,
} from '../../shared/settings/lists.ts'
import { wordsOf } from '../../shared/settings/ownWords.ts'
import { wordingsSince } from '../../shared/settings/wording.ts'
import type { ListChange, ListEdition } from '../../shared/settings/lists.ts'
import type { Dated } from '../../shared/settings/wording.ts'
import { addedTo, coded, openIds, vocabularies } from '../../shared/vocabulary/index.ts'
import { optionsOf, groupsOf } from '../../renderer/options.ts'
import { textIn } from '../../renderer/text.tsx'
import { readWords } from '../../renderer/words.ts'
import type { EngagementDraft } from '../../shared/engagement/model.ts'
import type { ActDraft } from '../../shared/act/model.ts'
import { measure, plan } from '../plan/support.ts'
import { person } from '../support.ts'
import { oneCase } from './support.ts'

await readWords('en', 'ar')

const shipped = (code: string) => ({ en: `en ${code}`, ar: `ar ${code}` })
const label = { en: 'Youth assembly', ar: 'جمعية الشباب' }
const reason = 'a new body was founded'

const when = { said: '', precision: 'unknown', from: null, to: null } as const
const engagement = (entity: EngagementDraft['entity']): EngagementDraft => ({
  personIds: [],
  kind: 'attended_meeting',
  status: 'completed',
  entity,
  when,
  locus: { none: 'unknown' },
  publicity: { none: 'unknown' },
  note: '',
})
const act = (form: ActDraft['form']): ActDraft => ({
  personIds: [],
  form,
  status: 'carried_out',
  when,
  domain: { none: 'unknown' },
  region: { none: 'unknown' },
  legalTools: [],
  perpetratorIds: [],
  account: '',
})

/** Any change somebody could ask for of the list of measures, sensible or not. */
const anyChange: fc.Arbitrary<ListChange> = fc.oneof(
  fc.record({
    what: fc.constant('added' as const),
    code: fc.constantFrom('x_legalTool_aaaaaa', 'x_legalTool_bbbbbb', 'x_legalTool_cccccc'),
    group: fc.constant(null),
    label: fc.record({ en: fc.constantFrom('One', 'Two', 'Three'), ar: fc.constantFrom('أ', 'ب', 'ت') }),
  }),
  fc.record({
    what: fc.constant('reworded' as const),
    code: fc.constantFrom('terrorism', 'x_legalTool_aaaaaa', 'nothing_like_it'),
    label: fc.option(fc.record({ en: fc.constantFrom('Four', 'Five'), ar: fc.constantFrom('ث', 'ج') }), {
      nil: null,
    }),
  }),
  fc.record({
    what: fc.constantFrom('retired' as const, 'put-back' as const),
    code: fc.constantFrom('terrorism', 'other', 'x_legalTool_aaaaaa', 'x_legalTool_bbbbbb'),
  }),
)

/** Every edition a list had while it was asked for these changes; what is refused changes nothing. */
const editionsOf = (changes: readonly ListChange[]): ListEdition[] =>
  changes.reduce<ListEdition[]>(
    (all, change) => {
      const now = all.at(-1) ?? []
      return refusalForChange(now, { list: 'legalTool', change, shipped }) === null
        ? [...all, changedList(now, change)]
        : all
    },
    [[]],
  )

describe('an open list', () => {
  it('is one that describes a changing world; consent, scales and markings stay closed', () => {
    expect(openIds).toEqual(
      expect.arrayContaining(['unEntity', 'formOfAct', 'victimRole', 'legalTool', 'action']),
    )
    for (const id of [
      'purpose',
      'decision',
      'recipientClass',
      'identityLevel',
      'marking',
      'linkGrade',
    ] as const)
      expect(vocabularies[id].open).toBe(false)
  })

  it('takes what an office can have added to it, and nothing added to another list', () => {
    expect(coded('unEntity').safeParse('x_unEntity_abcdef').success).toBe(true)
    expect(coded('unEntity').safeParse('x_formOfAct_abcdef').success).toBe(false)
    expect(coded('purpose').safeParse('x_purpose_abcdef').success).toBe(false)
    expect([addedTo('x_unEntity_abcdef'), addedTo('OCHA'), addedTo('x_unEntity_Abcdef')]).toEqual([
      'unEntity',
      null,
      null,
    ])
  })

  it('never loses a code, whatever is asked of it, and never says the same of two', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 25 }), changes => {
        const editions = editionsOf(changes)
        editions.slice(1).forEach((after, at) => {
          const before = allCodes('legalTool', editions[at])
          expect(allCodes('legalTool', after)).toEqual(expect.arrayContaining(before))
        })
        const last = editions.at(-1) ?? []
        const codes = allCodes('legalTool', last)
        expect(new Set(codes).size).toBe(codes.length)
        expect(codes.slice(-2)).toEqual(['other', 'unknown'].filter(code => codes.includes(code)).slice(-2))
        const read = codes.map(code => (labelIn(last, code) ?? shipped(code)).en)
        expect(new Set(read).size).toBe(codes.length)
      }),
    )
  })

  it('keeps the words a record was made with, whatever is done to the list afterwards', () => {
    fc.assert(
      fc.property(
        fc.array(anyChange, { maxLength: 15 }),
        fc.array(anyChange, { maxLength: 15 }),
        (first, more) => {
          const dated = (changes: readonly ListChange[]): Dated[] =>
            editionsOf(changes).map((entries, at) => ({ list: 'legalTool', entries, entry: at * 2 }))
          const before = dated(first)
          const after = dated([...first, ...more])
          const entry = (before.at(-1)?.entry ?? 0) + 1
          const now = before.at(-1)?.entries ?? []
          const written = allCodes('legalTool', now).map(
            code => ({ row: 'a record', list: 'legalTool', code, entry }) as const,
          )
          const recorded = new Map(wordingsSince(written, after).map(({ code, was }) => [code, was]))
          const latest = after.at(-1)?.entries ?? []
          for (const { code } of written) {
            const word = recorded.has(code) ? recorded.get(code) : labelIn(latest, code)
            expect(word ?? null).toEqual(labelIn(now, code))
          }
          expect(wordingsSince(written, before)).toEqual([])
        },
      ),
    )
  })

  it('finds added codes wherever they stand in what was asked', () => {
    const deep = {
      a: ['x_unEntity_abcdef', { b: { value: 'x_legalTool_ghijkl' } }],
      c: new Uint8Array(3),
      d: null,
    }
    expect(addedCodesIn(deep)).toEqual(['x_unEntity_abcdef', 'x_legalTool_ghijkl'])
    expect(addedCodesIn({ said: 'she named x_unEntity_abcdef' })).toEqual([])
  })
})

describe('a list of a vault', () => {
  it('takes a term of the office, in its group, and records can have it from then on', async () => {
    const { get, caseId, view } = await oneCase()
    const { code } = await get('settings.addCode', { list: 'unEntity', group: 'independent', label, reason })
    expect(addedTo(code)).toBe('unEntity')
    const { engagementId } = await get('engagement.add', {
      caseId,
      engagement: engagement(code as EngagementDraft['entity']),
    })
    const { engagements } = await view()
    expect(engagements).toMatchObject([{ id: engagementId, entity: code }])
    const { editions, versions } = await get('settings.lists', {})
    expect(hasCode('unEntity', code, editions.unEntity)).toBe(true)
    expect(versions).toMatchObject([
      { list: 'unEntity', number: 2, setBy: 'FP-1', reason, change: { what: 'added', code } },
    ])
  })

  it('refuses a term no list here has, in whatever field it stands and before anything is changed', async () => {
    const { call, caseId, view } = await oneCase()
    const no = { code: 'settings/code-unknown' }
    const stranger = 'x_unEntity_zzzzzz'
    expect(await call('engagement.add', { caseId, engagement: engagement(stranger) })).toMatchObject(no)
    expect(await call('act.add', { caseId, act: act('x_formOfAct_zzzzzz') })).toMatchObject(no)
    const asked = { list: 'unEntity', reason } as const
    expect(await call('settings.rewordCode', { ...asked, code: stranger, label })).toMatchObject(no)
    expect(
      await call('settings.offerCode', { ...asked, code: 'nothing_like_it', offered: false }),
    ).toMatchObject(no)
    expect((await view()).engagements).toEqual([])
  })

  it('refuses words another term has, a group it has not, and a term of its own without words', async () => {
    const { call, get } = await oneCase()
    const add = (change: object) =>
      call('settings.addCode', { list: 'unEntity', group: null, label, reason, ...change })
    expect(await add({ group: 'nowhere' })).toMatchObject({ code: 'settings/group-unknown' })
    const taken = textIn('en').code('unEntity', 'OCHA').toUpperCase()
    expect(await add({ label: { ...label, en: taken } })).toMatchObject({ code: 'settings/label-taken' })
    const { code } = await get('settings.addCode', { list: 'unEntity', group: null, label, reason })
    expect(await add({})).toMatchObject({ code: 'settings/label-taken' })
    const own = { list: 'unEntity', code, reason } as const
    expect(await call('settings.rewordCode', { ...own, label: null })).toMatchObject({
      code: 'settings/label-missing',
    })
    expect(await call('settings.offerCode', { ...own, offered: true })).toMatchObject({
      code: 'settings/nothing-changed',
    })
  })

  it('offers a retired term no more, shows it on the record that has it, and offers it again when told', async () => {
    const { get, caseId, view } = await oneCase()
    await get('act.add', { caseId, act: act('travel_ban') })
    const retire = { list: 'formOfAct', code: 'travel_ban', reason: 'merged' } as const
    await get('settings.offerCode', { ...retire, offered: false })
    const after = textIn('en', (await get('settings.lists', {})).editions)
    const ids = (held: string[] = []) => optionsOf(after, 'formOfAct', held).map(({ id }) => id)
    expect(ids()).not.toContain('travel_ban')
    expect(ids(['travel_ban'])).toContain('travel_ban')
    const [one] = (await view()).acts
    expect(after.code('formOfAct', one!.form)).toBe(textIn('en').code('formOfAct', 'travel_ban'))
    const { id: actId, caseId: _case, addedAt: _at, ...draft } = one!
    await get('act.change', { actId, act: { ...draft, account: 'she told more' } })
    await get('settings.offerCode', { ...retire, offered: true })
    const again = (await get('settings.lists', {})).editions.formOfAct ?? []
    expect(isOffered(again, 'travel_ban')).toBe(true)
  })

  it('shows a record in the words it was made with, and says when the list reads otherwise today', async () => {
    const { get, caseId, view } = await oneCase()
    const reword = (en: string) =>
      get('settings.rewordCode', {
        list: 'formOfAct',
        code: 'travel_ban',
        label: { en, ar: `ar ${en}` },
        reason,
      })
    await get('act.add', { caseId, act: act('travel_ban') })
    await reword('Not let out of the country')
    await get('act.add', { caseId, act: act('travel_ban') })
    await reword('Kept from leaving')
    const { acts, wordings } = await view()
    expect(wordings).toEqual([
      { row: acts[0]!.id, list: 'formOfAct', code: 'travel_ban', was: null },
      {
        row: acts[1]!.id,
        list: 'formOfAct',
        code: 'travel_ban',
        was: { en: 'Not let out of the country', ar: 'ar Not let out of the country' },
      },
    ])
    const { id: actId, caseId: _case, addedAt: _at, ...draft } = acts[0]!
    await get('act.change', { actId, act: { ...draft, account: 'she told more' } })
    expect((await view()).wordings).toEqual(wordings)
    await get('settings.rewordCode', { list: 'formOfAct', code: 'travel_ban', label: null, reason })
    expect((await view()).wordings.map(({ row }) => row)).toEqual([acts[1]!.id])
  })

  it('finds the words of every kind of record', async () => {
    const { get, caseId, view } = await oneCase()
    const { personId } = await get('person.add', { caseId, person: person({ roles: ['lawyer'] }) })
    await get('act.addPerpetrator', {
      caseId,
      perpetrator: {
        class: 'state',
        kind: { value: 'police' },
        involvement: { none: 'unknown' },
        description: '',
      },
    })
    await get('plan.write', { personId, plan: plan({ measures: [measure({ action: 'relocation' })] }) })
    const terms = [
      ['intakeChannel', 'mailbox'],
      ['unEntity', 'OHCHR_field_presence'],
      ['victimRole', 'lawyer'],
      ['perpetratorKind', 'police'],
      ['action', 'relocation'],
    ] as const
    for (const [list, code] of terms)
      await get('settings.rewordCode', {
        list,
        code,
        label: { en: `${code} anew`, ar: `${code} جديد` },
        reason,
      })
    expect((await view()).wordings.map(({ list, code }) => [list, code])).toEqual(terms)
  })
})

describe('a term of the office', () => {
  const editions = {
    unEntity: [{ code: 'x_unEntity_abcdef', group: 'independent', label, offered: true }],
    legalTool: [
      { code: 'terrorism', group: null, label: { en: 'Law {x} on ‘terror’', ar: 'قانون' }, offered: true },
    ],
  }

  it('reads the same in the window and on paper, in both languages, whatever characters it has', () => {
    expect(textIn('ar', editions).code('unEntity', 'x_unEntity_abcdef')).toBe(label.ar)
    expect(textIn('en', editions)('vocabulary.legalTool.terrorism')).toBe('Law {x} on ‘terror’')
    const say = sayIn('en', wordsOf(editions, 'en'))
    expect(say('vocabulary.unEntity.x_unEntity_abcdef')).toBe(label.en)
    expect(say('vocabulary.legalTool.terrorism')).toBe('Law {x} on ‘terror’')
  })

  it('is offered in its group, before “other”', () => {
    const groups = groupsOf(textIn('en', editions), 'unEntity')
    const inGroup = groups.find(({ options }) => options.some(({ id }) => id === 'x_unEntity_abcdef'))
    expect(inGroup?.label).toBe(textIn('en')('vocabulary.unEntity.group.independent'))
    expect(groups.at(-1)?.options.map(({ id }) => id)).toEqual(['other', 'unknown'])
  })

  it('is a measure of protection only when it was added to a protective group', async () => {
    const { get, call, caseId } = await oneCase()
    const { personId } = await get('person.add', { caseId, person: person() })
    const add = async (group: string, en: string) =>
      (await get('settings.addCode', { list: 'action', group, label: { en, ar: `ar ${en}` }, reason })).code
    const write = (action: string) =>
      call('plan.write', { personId, plan: plan({ measures: [measure({ action: action as 'other' })] }) })
    expect(await write(await add('protection_menu', 'Guarded home'))).toMatchObject({ ok: true })
    expect(await write(await add('written_products', 'Weekly note'))).toMatchObject({
      code: 'plan/not-protective',
    })
  })
})
