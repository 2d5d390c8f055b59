import type { ReplyDraft } from '../shared/brief/model.ts'
import { neutralName } from '../shared/exchange/neutralName.ts'
import { replyFile, type Reading } from './brief.ts'
import { chance, now, packageId, today } from './chance.ts'
import { h } from './dom.ts'
import { button, section, show } from './page.ts'
import type { Text } from './text.ts'
import { lockAgain } from './wipe.ts'

interface Reviewed {
  readonly text: Text
  readonly reading: Reading
  readonly reply: ReplyDraft
  readonly onBack: () => void
}

/** The reply as it will leave, to be checked before it is a file. */
export function review(reviewed: Reviewed): void {
  const { text, reply, onBack } = reviewed
  show(text, {
    title: text('reply.check'),
    lead: text('reply.check.lead'),
    body: [
      summary(text, reply),
      h(
        'div',
        { class: 'row' },
        button(text('reader.reply.save'), () => void save(reviewed), 'primary'),
        button(text('reply.back'), onBack),
      ),
    ],
  })
}

function summary(text: Text, { decision, words, decidedBy }: ReplyDraft): HTMLElement {
  const row = (label: string, value: Node | string) => [h('dt', {}, label), h('dd', {}, value)]
  return h(
    'dl',
    { class: 'summary' },
    ...row(text('reply.decision'), h('strong', {}, text(`reply.decision.${decision}`))),
    ...row(
      text(`reply.words.${decision}`),
      words === '' ? text('reply.words.none') : h('p', { dir: 'auto', class: 'said' }, words),
    ),
    ...row(text('reply.decidedBy'), h('bdi', {}, decidedBy)),
  )
}

async function save(reviewed: Reviewed): Promise<void> {
  const { reading, reply } = reviewed
  const answered = { reply, packageId: packageId(), sentAt: now(), decidedOn: today() }
  const file = await replyFile(reading, answered)
  const name = neutralName(chance(8), 'age')
  download(file, name)
  showSaved(reviewed, { file, name })
}

/** Hands a file to the browser, which writes it where it writes what is downloaded. */
function download(file: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(file)], { type: 'application/octet-stream' }))
  h('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

interface Saved {
  readonly file: Uint8Array
  readonly name: string
}

function showSaved({ text, onBack }: Reviewed, { file, name }: Saved): void {
  const steps = (['carry', 'sealed', 'close'] as const).map(step => h('li', {}, text(`reply.next.${step}`)))
  show(text, {
    title: text('reader.saved'),
    lead: text('reader.saved.lead', { name }),
    body: [
      section(text('reply.next'), h('ol', {}, ...steps)),
      h(
        'div',
        { class: 'row' },
        button(text('read.close'), () => lockAgain('closed'), 'primary'),
        button(text('reader.saved.again'), () => download(file, name)),
        button(text('reply.back'), onBack),
      ),
    ],
  })
}
