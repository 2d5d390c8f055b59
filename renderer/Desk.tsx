import { useEffect, useState, type ReactNode } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { CasePart, CaseView } from '../shared/case/model.ts'
import { AccessPage } from './access/AccessPage.tsx'
import { AccessWaiting } from './access/AccessWaiting.tsx'
import { WhoReads } from './access/WhoReads.tsx'
import { ActsPart } from './act/ActsPart.tsx'
import { ActionsPart } from './action/ActionsPart.tsx'
import { ActionsWaiting } from './action/ActionsWaiting.tsx'
import { AnswerPage } from './approval/AnswerPage.tsx'
import { FilesWaiting } from './approval/FilesWaiting.tsx'
import { GivenAnswers } from './approval/GivenAnswers.tsx'
import { RequestPage } from './approval/RequestPage.tsx'
import { ApprovalsWaiting } from './brief/ApprovalsWaiting.tsx'
import { BriefPart } from './brief/BriefPart.tsx'
import { HandOver } from './brief/HandOver.tsx'
import { CaseAside } from './case/CaseAside.tsx'
import { MovePage } from './case/MovePage.tsx'
import { CaseList } from './case/CaseList.tsx'
import { CaseOverview } from './case/CaseOverview.tsx'
import { DuesPart } from './case/DuesPart.tsx'
import { GatesPage } from './case/GatesPage.tsx'
import { IntakePart } from './case/IntakePart.tsx'
import { StartCase } from './case/StartCase.tsx'
import { ConsentPart } from './consent/ConsentPart.tsx'
import { EngagementsPart } from './engagement/EngagementsPart.tsx'
import { SourcePart } from './evidence/SourcePart.tsx'
import { VerificationPart } from './evidence/VerificationPart.tsx'
import { MakeKey } from './exchange/MakeKey.tsx'
import { ReadBrief } from './exchange/ReadBrief.tsx'
import { ItemHarm } from './ItemHarm.tsx'
import { lock } from './lock.ts'
import { useCase } from './openCase.ts'
import type { PartProps } from './part.ts'
import { BriefRecallPage } from './notice/BriefRecallPage.tsx'
import { DeclinePage } from './notice/DeclinePage.tsx'
import { ExchangedPage } from './notice/ExchangedPage.tsx'
import { RecallsWaiting } from './notice/RecallsWaiting.tsx'
import { TakeRecall } from './notice/TakeRecall.tsx'
import { TakeReceipt } from './notice/TakeReceipt.tsx'
import { CaseloadPages } from './handover/CaseloadPages.tsx'
import { TakeHandover } from './handover/TakeHandover.tsx'
import { OverridePage } from './override/OverridePage.tsx'
import { OverridesWaiting } from './override/OverridesWaiting.tsx'
import { ForgetsWaiting } from './person/ForgetsWaiting.tsx'
import { PaperPart } from './paper/PaperPart.tsx'
import { PersonsPart } from './person/PersonsPart.tsx'
import { ProtectionPart } from './plan/ProtectionPart.tsx'
import { PublicationPage } from './publication/PublicationPage.tsx'
import { RecordPage } from './record/RecordPage.tsx'
import { WitnessPage } from './record/WitnessPage.tsx'
import { ReportPages } from './report/ReportPages.tsx'
import { TakeInContribution } from './report/TakeInContribution.tsx'
import { DisposalsWaiting } from './retention/DisposalsWaiting.tsx'
import { DisposedPage } from './retention/DisposedPage.tsx'
import { DisposePage } from './retention/DisposePage.tsx'
import { casePlaces, Rail, useKeysOnly } from './Rail.tsx'
import { RiskPart } from './risk/RiskPart.tsx'
import { SharePart } from './share/SharePart.tsx'
import { SharesWaiting } from './share/SharesWaiting.tsx'
import { CamePage } from './takeIn/CamePage.tsx'
import { ConflictsPage } from './takeIn/ConflictsPage.tsx'
import { ConflictsWaiting } from './takeIn/ConflictsWaiting.tsx'
import { TakeCase } from './takeIn/TakeCase.tsx'
import { TakeInPage } from './takeIn/TakeInPage.tsx'
import { ScopePart } from './scope/ScopePart.tsx'
import { NamePage } from './search/NamePage.tsx'
import { SearchPage } from './search/SearchPage.tsx'
import { useSearchKeys } from './searchKeys.ts'
import { useText } from './text.tsx'
import { ListsPage } from './settings/ListsPage.tsx'
import { ThresholdsPage } from './settings/ThresholdsPage.tsx'
import { WindowsPage } from './settings/WindowsPage.tsx'
import { TodayPage } from './today/TodayPage.tsx'
import { Frame, Page } from './ui/index.ts'
import { ColleaguesPage } from './colleague/ColleaguesPage.tsx'
import { ClocksPage } from './vault/ClocksPage.tsx'
import { CopiesNotice } from './vault/CopiesNotice.tsx'
import { CopiesPage } from './vault/CopiesPage.tsx'
import { ErasePages } from './vault/ErasePage.tsx'
import { LockPage } from './vault/LockPage.tsx'
import { usePracticeBand } from './vault/PracticeBand.tsx'
import { PeoplePage } from './vault/PeoplePage.tsx'
import { useRecordBand } from './vault/useRecordBand.tsx'
import { useReplayedBand } from './vault/useReplayedBand.tsx'
import { VaultPage } from './vault/VaultPage.tsx'
import { WaysPage } from './vault/WaysPage.tsx'
import { VaultWarnings } from './vault/VaultWarnings.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'

/** The desk of an open vault: the rail, one task, and beside an open case what to do about it. */
export function Desk({ officer }: { readonly officer: string }) {
  const text = useText()
  const [path] = useLocation()
  const view = useCase(state => state.view)
  const keysOnly = useKeysOnly()
  const inCase = path.startsWith('/case/')
  useSearchKeys(!keysOnly)
  return (
    <Frame
      name={text('app.name')}
      skipLabel={text('app.skip')}
      railLabel={text('app.places')}
      rail={<Rail path={path} />}
      lock={{ label: text('app.lock'), onPress: lock, keys: 'F9' }}
      foot={<bdi>{officer}</bdi>}
      aside={inCase && view ? <CaseAside view={view} /> : undefined}
      asideLabel={text('case.aside')}
      banner={useBand()}
    >
      <Switch>
        {keysOnly && <Route path={casePlaces}>{() => <Redirect to="/vault" replace />}</Route>}
        <Route path="/today">
          <TodayPage
            notices={
              <Afterwards>
                <VaultWarnings />
                <CopiesNotice />
                <ApprovalsWaiting />
                <OthersWaiting />
              </Afterwards>
            }
          />
        </Route>
        <Route path="/cases" component={CaseList} />
        <Route path="/cases/new" component={StartCase} />
        <Route path="/search" component={SearchPage} />
        <Route path="/search/name" component={NamePage} />
        <Route path="/case/:id/*?">
          {({ id, '*': rest = '' }) => <OpenCase key={id} id={id} place={placeIn(rest)} />}
        </Route>
        <Route path="/handover">
          <HandOver waiting={<OthersWaiting />} given={<GivenAnswers />} />
        </Route>
        <Route path="/handover/exchanged/*?" component={ExchangedPage} />
        <Route path="/handover/caseload/*?" component={CaseloadPages} />
        <Route path="/take-in/handover" component={TakeHandover} />
        <Route path="/take-in/approval-request" component={RequestPage} />
        <Route path="/take-in/approval" component={AnswerPage} />
        <Route path="/take-in/receipt" component={TakeReceipt} />
        <Route path="/take-in/recall" component={TakeRecall} />
        <Route path="/take-in/decline" component={DeclinePage} />
        <Route path="/take-in" component={TakeInPage} />
        <Route path="/take-in/case" component={TakeCase} />
        <Route path="/read" component={ReadBrief} />
        <Route path="/read/key" component={MakeKey} />
        <Route path="/colleagues/*?" component={ColleaguesPage} />
        <Route path="/report/*?" component={ReportPages} />
        <Route path="/take-in/contribution" component={TakeInContribution} />
        <Route path="/record" component={RecordPage} />
        <Route path="/record/disposed" component={DisposedPage} />
        <Route path="/vault/clocks" component={ClocksPage} />
        <Route path="/vault/copies/*?" component={CopiesPage} />
        <Route path="/vault/erase/*?" component={ErasePages} />
        <Route path="/vault/lists/*?" component={ListsPage} />
        <Route path="/vault/lock" component={LockPage} />
        <Route path="/vault/thresholds" component={ThresholdsPage} />
        <Route path="/vault/windows/*?" component={WindowsPage} />
        <Route path="/vault/people/*?" component={PeoplePage} />
        <Route path="/vault/witnesses" component={WitnessPage} />
        <Route path="/vault/ways/*?" component={WaysPage} />
        <Route path="/vault" component={VaultPage} />
        <Route>
          <Redirect to="/today" replace />
        </Route>
      </Switch>
    </Frame>
  )
}

/** Comes onto the page once the rest of it has asked for what it shows: the vault answers one question after another. */
function Afterwards({ children }: { readonly children: ReactNode }) {
  const [isTime, setIsTime] = useState(false)
  useEffect(() => {
    const frame = window.requestAnimationFrame(() => setIsTime(true))
    return () => window.cancelAnimationFrame(frame)
  }, [])
  return isTime ? children : null
}

/** What stands above every screen: what is wrong with the record first, then that everything is invented. */
function useBand() {
  const record = useRecordBand()
  const practice = usePracticeBand()
  const replayed = useReplayedBand()
  return record ?? practice ?? replayed
}

/** What waits for whoever is at the desk, besides briefs. */
function OthersWaiting() {
  return (
    <>
      <ActionsWaiting />
      <SharesWaiting />
      <ConflictsWaiting />
      <OverridesWaiting />
      <FilesWaiting />
      <ForgetsWaiting />
      <AccessWaiting />
      <DisposalsWaiting />
      <RecallsWaiting />
    </>
  )
}

interface Place {
  readonly part?: string | undefined
  readonly item?: string | undefined
  readonly detail?: string | undefined
}

function placeIn(rest: string): Place {
  const [part, item, detail] = rest.split('/')
  return { part, item, detail }
}

/** Loads the case of the address and shows the part of it that is asked for. */
function OpenCase({ id, place }: { readonly id: string; readonly place: Place }) {
  const text = useText()
  const { view, refusal, open, close, forgive } = useCase()
  const { part, item, detail } = place
  useEffect(() => {
    void open(id)
    return close
  }, [id, open, close])
  useEffect(forgive, [part, item, detail, forgive])

  if (view) return <Part key={`${part}/${item}/${detail}`} view={view} place={place} />
  if (!refusal) return null
  return (
    <Page
      title={text(refusal.code === 'access/not-named' ? 'access.mark' : 'app.notHere')}
      back={{ label: text('app.cases'), href: '/cases' }}
    >
      <RefusalNotice refusal={refusal} />
      {refusal.code === 'access/not-named' && <WhoReads id={id} />}
    </Page>
  )
}

const parts: Readonly<Record<CasePart, (props: PartProps) => ReactNode>> = {
  intake: IntakePart,
  source: SourcePart,
  persons: PersonsPart,
  engagements: EngagementsPart,
  acts: ActsPart,
  scope: ScopePart,
  verification: VerificationPart,
  consent: ConsentPart,
  risk: RiskPart,
  protection: ProtectionPart,
  actions: ActionsPart,
  brief: BriefPart,
  paper: PaperPart,
  share: SharePart,
  dues: DuesPart,
}

const isPart = (part: string | undefined): part is CasePart =>
  part !== undefined && Object.hasOwn(parts, part)

function Part({ view, place: { part, item, detail } }: { readonly view: CaseView; readonly place: Place }) {
  if (
    (part === 'brief' || part === 'actions' || part === 'paper' || part === 'share') &&
    item &&
    detail === 'harm'
  )
    return <ItemHarm view={view} part={part} item={item} />
  if ((part === 'brief' || part === 'actions') && item && detail === 'override')
    return <OverridePage view={view} part={part} item={item} />
  if (part === 'brief' && item && detail === 'recall') return <BriefRecallPage view={view} item={item} />
  if (part === 'actions' && item && detail === 'publication')
    return <PublicationPage view={view} item={item} />
  if (part === 'access') return <AccessPage view={view} item={item ?? null} />
  if (part === 'came') return <CamePage view={view} />
  if (part === 'conflicts') return <ConflictsPage view={view} />
  if (part === 'dispose') return <DisposePage view={view} />
  if (part === 'gates') return <GatesPage view={view} />
  if (part === 'move' && item) return <MovePage view={view} to={item} suggested={detail ?? null} />
  if (!isPart(part)) return <CaseOverview view={view} />
  const Shown = parts[part]
  return <Shown view={view} item={item ?? null} />
}
