import { Redirect, Route, Switch } from 'wouter'
import { MakeKey } from './exchange/MakeKey.tsx'
import { ReadBrief } from './exchange/ReadBrief.tsx'
import { CreateVault } from './vault/CreateVault.tsx'
import { DamagePage } from './vault/DamagePage.tsx'
import { EraseLocked } from './vault/ErasePage.tsx'
import { PracticePage } from './vault/PracticePage.tsx'
import { RecoverPage } from './vault/RecoverPage.tsx'
import { RestorePage } from './vault/RestorePage.tsx'

/** Every way on from the first screen but opening a vault. */
export function FirstPages({ state }: { readonly state: 'none' | 'locked' }) {
  return (
    <Switch>
      <Route path="/create" component={CreateVault} />
      <Route path="/practice" component={PracticePage} />
      {state === 'locked' && <Route path="/erase" component={EraseLocked} />}
      <Route path="/read" component={ReadBrief} />
      <Route path="/read/key" component={MakeKey} />
      <Route path="/restore" component={RestorePage} />
      <Route path="/damage" component={DamagePage} />
      {state === 'locked' && <Route path="/recover" component={RecoverPage} />}
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  )
}
