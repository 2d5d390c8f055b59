import { mayApprove } from '../../shared/brief/approval.ts'
import { useState } from 'react'
import { briefContract } from '../../shared/brief/contract.ts'
import { Note } from '../../shared/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormTop, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { Paper } from '../Paper.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Disclosure, Form, Link, Notice, Section, Stack, TextArea } from '../ui/index.ts'
import { AskApproval, DeclineForm, LastAsking } from './AskApproval.tsx'
import { Leaks } from './Leaks.tsx'
import { FindingCards } from './FindingCards.tsx'
import { briefPlace, stepsOf, type StepPageProps } from './step.ts'
import { useBrief } from './useBrief.ts'

/** The most pages a brief may have on paper. */
const mostPages = 2

/** The brief as it will leave, and its approval. */
export function ApprovePage({ view, brief }: StepPageProps) {
  const text = useText()
  const [pages, setPages] = useState(0)
  const back = briefPlace({ view, brief })
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('brief.step.approve')}
      lead={text('brief.approve.lead')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      <Leaks view={view} brief={brief} />
      <Stack gap={12}>
        {pages > 0 && <Fit pages={pages} />}
        <Paper document={brief.document} onPages={setPages} />
      </Stack>
      <Approval view={view} brief={brief} />
    </CasePage>
  )
}

function Fit({ pages }: { readonly pages: number }) {
  const text = useText()
  const fit = pages > mostPages ? 'tooLong' : pages > mostPages - 0.1 ? 'barelyFits' : 'fits'
  return (
    <Notice tone={fit === 'fits' ? 'safe' : 'care'} live>
      {text(`brief.${fit}`, { pages, most: mostPages })}
    </Notice>
  )
}

function Approval(props: StepPageProps) {
  const text = useText()
  const { brief } = props
  const step = stepsOf(brief).find(({ name }) => name === 'approve')
  if (brief.approval?.current) return <Approved {...props} />
  if (step?.state === 'later') return <NotYet {...props} />
  return (
    <Section title={text('brief.approve.title')}>
      <Approving {...props} />
    </Section>
  )
}

/** The only officer approves alone; otherwise somebody else than the author does, who may also decline. */
function Approving(props: StepPageProps) {
  const text = useText()
  const vault = useSession(state => state.vault)
  const isSole = vault?.people === 1
  if (isSole) return <ApproveForm {...props} sole />
  const no = mayApprove(
    { role: vault?.officer ?? '', duties: vault?.duties ?? [], sole: false },
    { author: props.brief.author, sole: false },
  )
  if (no === 'brief/author-cannot-approve') return <AskApproval {...props} />
  if (no) return <Notice tone="stop">{text.refusal({ code: no })}</Notice>
  return (
    <Stack gap={24}>
      <LastAsking {...props} />
      <ApproveForm {...props} sole={false} />
      <Disclosure label={text('brief.decline')}>
        <DeclineForm {...props} />
      </Disclosure>
    </Stack>
  )
}

function NotYet({ view, brief }: StepPageProps) {
  const text = useText()
  const findings = brief.gate.findings.filter(finding => finding.place !== 'approval')
  return (
    <Section title={text('brief.approve.title')} lead={text('brief.approve.notYet')}>
      <FindingCards view={view} brief={brief} findings={findings} />
      <p>
        <Link kind="button" href={briefPlace({ view, brief })}>
          {text('brief.toSteps')}
        </Link>
      </p>
    </Section>
  )
}

function Approved({ view, brief }: StepPageProps) {
  const text = useText()
  const { approval } = brief
  return (
    <Section title={text('brief.approve.title')}>
      <Notice tone="safe">
        {text('brief.approve.done', { by: approval?.by ?? '', moment: text.moment(approval?.at ?? '') })}
      </Notice>
      <p>
        <Link kind="button" href={briefPlace({ view, brief }, 'send')}>
          {text('brief.next', { step: text('brief.step.send') })}
        </Link>
      </p>
    </Section>
  )
}

const Statement = briefContract['brief.approve'].input
  .pick({ statement: true })
  .extend({ statement: Note.min(1) })

function ApproveForm({ view, brief, sole }: StepPageProps & { readonly sole: boolean }) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(Statement, {
    name: sole ? 'brief.approve' : 'brief.approveOther',
    initial: { statement: '' },
    draft: `brief:approve:${brief.id}`,
  })
  const approve = async ({ statement }: { readonly statement: string }) => {
    const approved = await done('brief.approve', { briefId: brief.id, sole, statement })
    await useBrief.getState().load(brief.id)
    if (approved) leave(briefPlace({ view, brief }), text('brief.approved'))
    return approved
  }
  return (
    <>
      <FormTop form={form} />
      {sole && (
        <Notice tone="care" title={text('brief.approve.soleTitle')}>
          {text('brief.approve.sole')}
        </Notice>
      )}
      <Form
        onSubmit={() => void form.submit(approve)}
        actions={
          <Button kind="primary" type="submit">
            {text(sole ? 'brief.approve.do' : 'brief.approve.doOther')}
          </Button>
        }
      >
        <TextArea
          id="statement"
          label={text(sole ? 'brief.approve.statement' : 'brief.approve.why')}
          hint={text('brief.approve.statement.hint')}
          error={form.error('statement')}
          maxLength={4_000}
          value={form.value.statement ?? ''}
          onChange={statement => form.set('statement', statement)}
        />
      </Form>
    </>
  )
}
