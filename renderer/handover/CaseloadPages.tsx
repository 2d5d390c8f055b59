import { Route, Switch } from 'wouter'
import { HandoverList } from './HandoverList.tsx'
import { NewHandover } from './NewHandover.tsx'
import { OneHandover } from './OneHandover.tsx'
import { ReceivedPage } from './ReceivedPage.tsx'

/** Caseloads that are handed over and were taken over: the list, a new one, one of them. */
export function CaseloadPages() {
  return (
    <Switch>
      <Route path="/handover/caseload/new" component={NewHandover} />
      <Route path="/handover/caseload/taken/:id">{({ id }) => <ReceivedPage key={id} id={id} />}</Route>
      <Route path="/handover/caseload/:id">{({ id }) => <OneHandover key={id} id={id} />}</Route>
      <Route component={HandoverList} />
    </Switch>
  )
}
