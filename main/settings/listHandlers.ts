import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }
import { Refused } from '../../shared/refusal.ts'
import { allCodes, changedList, isOffered, labelIn, refusalForChange } from '../../shared/settings/lists.ts'
import type { Label, ListChange } from '../../shared/settings/lists.ts'
import type { AddedCode, OpenId } from '../../shared/vocabulary/index.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { keep, mustBeTheirs } from './keep.ts'
import { currentEditions, listVersions } from './repository.ts'
import type { ListRow } from './repository.ts'

type ListOperation = 'settings.lists' | 'settings.addCode' | 'settings.rewordCode' | 'settings.offerCode'

/** The lists an office may change, and their changes. */
export const listHandlers: Pick<HandlersFor<'settings'>, ListOperation> = {
  'settings.lists': ({ db }) => ({
    editions: currentEditions(db),
    versions: numbered(listVersions(db)).toReversed(),
  }),

  'settings.addCode': (context, { list, group, label, reason }) => {
    mustBeTheirs(context)
    const code = freshCode(context, list)
    change(context, { list, reason, change: { what: 'added', code, group, label } })
    return { code }
  },

  'settings.rewordCode': (context, { list, code, label, reason }) => {
    mustBeTheirs(context)
    change(context, { list, reason, change: { what: 'reworded', code, label } })
    return null
  },

  'settings.offerCode': (context, { list, code, offered, reason }) => {
    mustBeTheirs(context)
    change(context, { list, reason, change: { what: offered ? 'put-back' : 'retired', code } })
    return null
  },
}

/** Editions with their number in their list; the list as it came is number 1. */
const numbered = (rows: readonly ListRow[]) =>
  rows.map(({ about: list, content: entries, ...version }, at) => ({
    ...version,
    list,
    entries,
    number: 1 + rows.slice(0, at + 1).filter(one => one.about === list).length,
  }))

interface Change {
  readonly list: OpenId
  readonly change: ListChange
  readonly reason: string
}

function change(context: CommandContext, { list, change: what, reason }: Change): void {
  const edition = currentEditions(context.db)[list] ?? []
  const refusal = refusalForChange(edition, { list, change: what, shipped: code => shippedLabel(list, code) })
  if (refusal) throw new Refused(refusal)
  const after = changedList(edition, what)
  const { code } = what
  const isSame =
    isOffered(edition, code) === isOffered(after, code) &&
    JSON.stringify(labelIn(edition, code)) === JSON.stringify(labelIn(after, code))
  if (what.what !== 'added' && isSame) throw new Refused('settings/nothing-changed')
  keep(context, { about: list, content: after, change: what, reason })
}

const texts: Readonly<Record<'en' | 'ar', Readonly<Record<string, string>>>> = { en, ar }

/** How a code reads as it comes. */
function shippedLabel(list: OpenId, code: string): Label {
  const key = `vocabulary.${list}.${code}`
  return { en: texts.en[key] ?? code, ar: texts.ar[key] ?? code }
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A code no list of this vault ever had. It says nothing of what it stands for, and never stands for anything else. */
function freshCode({ db, random }: CommandContext, list: OpenId): AddedCode {
  const taken = allCodes(list, currentEditions(db)[list])
  for (;;) {
    const drawn = [...random(32)].filter(byte => byte < 234).slice(0, 6)
    const code: AddedCode = `x_${list}_${drawn.map(byte => letters[byte % letters.length]).join('')}`
    if (drawn.length === 6 && !taken.includes(code)) return code
  }
}
