import { useEffect, useState } from 'react'
import type { Receipt } from '../../shared/brief/contract.ts'
import { Note } from '../../shared/model.ts'
import { RecallDraft, RecallTo } from '../../shared/notice/model.ts'
import type { PackageLine } from '../../shared/notice/model.ts'
import type { z } from '../../shared/zod.ts'
import { ColleagueStanding } from '../ColleagueStanding.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { today } from '../dateReader.ts'
import { FormBody } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { useCase } from '../openCase.ts'
import { packageName, packagePlace } from '../packageWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { CheckboxGroup, Link, Notice, Page, Progress, Stack, type Option } from '../ui/index.ts'
import { WrittenFile } from '../WrittenFile.tsx'
import { RecallFields } from './RecallFields.tsx'
import { useLine } from './useLine.ts'

const Asked = RecallDraft.extend({ to: RecallTo, note: Note })
type Asked = z.input<typeof Asked>

/** Asks those who have a package not to use it any more. */
export function RecallPage({ id }: { readonly id: string }) {
  const text = useText()
  const { line, all, refusal, again } = useLine(id)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const back = { label: line ? packageName(text, line) : text('notice.one'), href: packagePlace(id) }
  const done = (written: Receipt) => {
    setReceipt(written)
    again()
  }
  return (
    <Page title={text('notice.recall.title')} lead={text('notice.recall.lead')} back={back}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {line === undefined && !refusal && <Progress label={text('notice.log.loading')} />}
      {line?.mayRecall === false && <RefusalNotice refusal={{ code: 'notice/not-sent' }} />}
      {receipt && <Written receipt={receipt} back={back.href} />}
      {!receipt && line?.mayRecall && <Ask lines={all} back={back.href} onWritten={done} />}
    </Page>
  )
}

function Written({ receipt, back }: { readonly receipt: Receipt; readonly back: string }) {
  const text = useText()
  return (
    <Stack gap={16}>
      <WrittenFile
        receipt={receipt}
        title={text('notice.recall.written')}
        next={text('notice.recall.carry')}
      />
      <p>
        <Link href={back} kind="button">
          {text('notice.recall.back')}
        </Link>
      </p>
    </Stack>
  )
}

interface AskProps {
  /** One for each colleague who has it. */
  readonly lines: readonly PackageLine[]
  readonly back: string
  readonly onWritten: (receipt: Receipt) => void
}

function Ask({ lines, back, onWritten }: AskProps) {
  const text = useText()
  const { run, forgive } = useCase()
  const [closed, setClosed] = useState(false)
  useEffect(forgive, [forgive])
  const tasks = lines[0]?.tasks ?? 0
  const packageId = lines[0]?.packageId ?? ''
  const form = useForm(Asked, { name: 'notice.recall', initial: beginning(text, lines), draft: null })
  const save = async ({ to, note, ...draft }: Asked) => {
    setClosed(false)
    const receipt = await run('notice.writeRecall', { packageId, to: [...to], draft, note })
    if (receipt) onWritten(receipt)
    setClosed(receipt === null && useCase.getState().refusal === null)
    return receipt !== null
  }
  return (
    <FormBody form={form} save={text('notice.recall.save')} back={back} onSave={save}>
      {closed && (
        <Notice tone="note" live>
          {text('notice.closed')}
        </Notice>
      )}
      <CheckboxGroup
        id="to"
        label={text('notice.recall.to')}
        hint={text('notice.recall.to.hint')}
        error={form.error('to')}
        values={form.value.to ?? []}
        onChange={to => form.set('to', [...to])}
        options={lines.map(line => optionOf(text, line))}
      />
      <RecallFields value={form.value} set={form.set} error={form.error} tasks={tasks} />
    </FormBody>
  )
}

function optionOf(text: Text, { colleague, recalls }: PackageLine): Option<PackageLine['colleague']['id']> {
  const { id, standing } = colleague
  const isVerified = standing === 'verified'
  const [asked] = recalls
  const before = asked && text('notice.recall.asked', { at: text.moment(asked.sentAt) })
  return {
    id,
    label: colleagueName(text, colleague),
    description: isVerified ? before : text(`colleague.not.${standing}`),
    disabled: !isVerified,
    beside: <ColleagueStanding standing={standing} />,
  }
}

/** Everybody who can be written to and was not asked yet. */
function beginning(text: Text, lines: readonly PackageLine[]) {
  const isOpen = ({ colleague, recalls }: PackageLine) =>
    colleague.standing === 'verified' && recalls.length === 0
  return {
    to: lines.filter(isOpen).map(({ colleague }) => colleague.id),
    reason: null,
    wish: null,
    tellBy: null,
    words: '',
    note: (lines[0]?.tasks ?? 0) > 0 ? text('notice.recall.note.begin', { day: text.day(today()) }) : '',
  }
}
