import { Route, Switch } from 'wouter'
import { CasePage } from './CasePage.tsx'
import { ContributionPage } from './ContributionPage.tsx'
import { ReceivedList } from './ReceivedList.tsx'
import { ReceivedPage } from './ReceivedPage.tsx'
import { SendPage } from './SendPage.tsx'
import { SentPage } from './SentPage.tsx'

/** Contributions to the annual report: what is handed in, what was, what came. */
export function ReportPages() {
  return (
    <Switch>
      <Route path="/report/received/:id">{({ id }) => <ReceivedPage key={id} id={id} />}</Route>
      <Route path="/report/received" component={ReceivedList} />
      <Route path="/report/sent/:id">{({ id }) => <SentPage key={id} id={id} />}</Route>
      <Route path="/report/:ordinal/case/:caseId">
        {({ ordinal, caseId }) => <CasePage key={caseId} ordinal={Number(ordinal)} caseId={caseId} />}
      </Route>
      <Route path="/report/:ordinal/send">
        {({ ordinal }) => <SendPage key={ordinal} ordinal={Number(ordinal)} />}
      </Route>
      <Route path="/report/:ordinal?">
        {({ ordinal }) => <ContributionPage key={ordinal} ordinal={ordinal ? Number(ordinal) : null} />}
      </Route>
    </Switch>
  )
}
