import { useEffect } from 'react'
import { decisionsFor } from '../../shared/exchange/notices.ts'
import { Note } from '../../shared/model.ts'
import { RecallDecisionKind } from '../../shared/notice/model.ts'
import type { PackageLine, Touched } from '../../shared/notice/model.ts'
import { z } from '../../shared/zod.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { useCase } from '../openCase.ts'
import { packageName, packagePlace } from '../packageWords.ts'
import { RecallWords } from '../RecallWords.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Page, Progress, RadioGroup, Stack, TextArea } from '../ui/index.ts'
import { useLine } from './useLine.ts'

const Decided = z.strictObject({ decision: RecallDecisionKind, why: Note.min(1) })

interface PageProps {
  readonly id: string
  /** The case, or `none` for what is no case. */
  readonly into: string
}

/** What is done with what a recalled package brought: kept for a reason of our own, undone, or destroyed. */
export function DecidePage({ id, into }: PageProps) {
  const text = useText()
  const { line, refusal } = useLine(id)
  const touched = line?.cases.find(one => (one.id ?? 'none') === into)
  const isOurs = useSession(({ vault }) => vault?.duties.includes('focal_point') ?? false)
  const may = line && touched?.standing && isOurs
  return (
    <Page
      title={text(touched?.code ? 'notice.decide.titleOf' : 'notice.decide.title', {
        code: touched?.code ?? '',
      })}
      lead={text('notice.decide.lead')}
      back={{ label: line ? packageName(text, line) : text('notice.one'), href: packagePlace(id) }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {line === undefined && !refusal && <Progress label={text('notice.log.loading')} />}
      {line !== undefined && !touched?.standing && (
        <RefusalNotice refusal={{ code: 'notice/nothing-to-decide' }} />
      )}
      {touched?.standing && !isOurs && <RefusalNotice refusal={{ code: 'notice/not-your-duty' }} />}
      {may && touched && <Decide line={line} touched={touched} />}
    </Page>
  )
}

interface DecideProps {
  readonly line: PackageLine
  readonly touched: Touched
}

function Decide({ line, touched }: DecideProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const forgive = useCase(state => state.forgive)
  useEffect(forgive, [forgive])
  const back = packagePlace(line.id)
  const caseId = touched.id
  const form = useForm(Decided, {
    name: 'notice.decide',
    initial: { decision: null, why: '' },
    draft: `notice:decide:${line.id}:${caseId ?? ''}`,
  })
  const save = async (decided: z.infer<typeof Decided>) => {
    const saved = await done('notice.decide', { id: line.id, caseId, ...decided })
    if (saved) leave(back, text('notice.decide.saved'))
    return saved
  }
  const [recall] = line.recalls
  return (
    <Stack gap={24}>
      {recall && <RecallWords recall={recall} />}
      <FormBody form={form} save={text('notice.decide.save')} back={back} onSave={save}>
        <RadioGroup
          id="decision"
          label={text('notice.decide.what')}
          error={form.error('decision')}
          value={form.value.decision}
          onChange={decision => form.set('decision', decision)}
          options={decisionsFor(caseId).map(id => ({
            id,
            label: text(`notice.decide.${id}`),
            description: text(
              id === 'undo' && !touched.canUndo ? 'notice.decide.undo.not' : `notice.decide.${id}.hint`,
            ),
            disabled: id === 'undo' && !touched.canUndo,
          }))}
        />
        <TextArea
          id="why"
          label={text('notice.decide.why')}
          hint={text('notice.decide.why.hint')}
          error={form.error('why')}
          value={form.value.why ?? ''}
          onChange={why => form.set('why', why)}
        />
      </FormBody>
    </Stack>
  )
}
