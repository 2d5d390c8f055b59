import { paperOf } from '../shared/brief/paper.ts'
import type { ReplyDraft } from '../shared/brief/model.ts'
import type { Reading } from './brief.ts'
import { elementOf, h } from './dom.ts'
import { decisionForm, type Typed } from './decision.ts'
import { button, section, show } from './page.ts'
import { review } from './review.ts'
import { directionOf, documentText, type Text } from './text.ts'
import { lockAgain } from './wipe.ts'

/** A brief that is open, and what was typed so far. */
export interface Sheet {
  readonly text: Text
  readonly reading: Reading
  readonly typed: Typed
}

/** The brief, the words to compare, and the form for the decision. */
export function showSheet({ text, reading, typed }: Sheet): void {
  const { document: brief } = reading
  show(text, {
    title: text('read.brief', { code: brief.caseCode }),
    actions: [
      button(text('reader.print'), () => print()),
      button(text('read.close'), () => lockAgain('closed')),
    ],
    body: [
      h('p', { class: 'notice' }, text('reader.memory')),
      sender(text, reading),
      paper(text, reading),
      reading.manifest.replyTo === null ? null : decision({ text, reading, typed }),
    ],
  })
}

function sender(text: Text, { senderWords, manifest }: Reading): HTMLElement {
  return section(
    text('read.sender'),
    h('p', {}, text('read.sender.lead')),
    h(
      'ol',
      { class: 'words', dir: 'ltr', lang: 'en', 'aria-label': text('read.sender.words') },
      ...senderWords.map(word => h('li', {}, word)),
    ),
    h('p', { class: 'hint' }, text('read.sender.sentAt', { at: text.moment(manifest.sentAt) })),
    h('details', {}, h('summary', {}, text('read.sender.how')), h('p', {}, text('read.sender.explained'))),
  )
}

function paper(text: Text, { document: brief }: Reading): HTMLElement {
  const tree = paperOf(brief, documentText(brief.language))
  return h(
    'section',
    { class: 'desk', 'aria-label': text('read.paper'), tabindex: 0 },
    h('div', { class: 'sheet', dir: directionOf(brief.language), translate: 'no' }, elementOf(tree)),
  )
}

function decision({ text, reading, typed }: Sheet): HTMLElement {
  const onReady = (reply: ReplyDraft) =>
    review({
      text,
      reading,
      reply,
      onBack: () => {
        showSheet({ text, reading, typed: reply })
        document.getElementById('answer')?.scrollIntoView()
      },
    })
  const part = section(text('reply.title'), h('p', {}, text('reply.lead')))
  part.id = 'answer'
  part.append(decisionForm({ text, typed, onReady }))
  return part
}
