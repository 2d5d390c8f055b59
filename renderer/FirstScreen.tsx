import { Redirect, Route, Switch } from 'wouter'
import { MakeKey } from './exchange/MakeKey.tsx'
import { ReadBrief } from './exchange/ReadBrief.tsx'
import { useText } from './text.tsx'
import { PlainFrame } from './ui/index.ts'
import { CreateVault } from './vault/CreateVault.tsx'
import { DamagePage } from './vault/DamagePage.tsx'
import { EraseLocked } from './vault/ErasePage.tsx'
import { LookFoot } from './vault/LookFoot.tsx'
import { usePracticeBand } from './vault/PracticeBand.tsx'
import { PracticePage } from './vault/PracticePage.tsx'
import { RestorePage } from './vault/RestorePage.tsx'
import { RecoverPage } from './vault/RecoverPage.tsx'
import { Unlock } from './vault/Unlock.tsx'
import { Welcome } from './vault/Welcome.tsx'

/** The window before a vault is open: make one, open one, or read a brief without any. */
export function FirstScreen({ state }: { readonly state: 'none' | 'locked' }) {
  const text = useText()
  return (
    <PlainFrame name={text('app.name')} foot={<LookFoot />} banner={usePracticeBand()}>
      <Switch>
        <Route path="/create" component={CreateVault} />
        <Route path="/practice" component={PracticePage} />
        {state === 'locked' && <Route path="/erase" component={EraseLocked} />}
        <Route path="/read" component={ReadBrief} />
        <Route path="/read/key" component={MakeKey} />
        <Route path="/restore" component={RestorePage} />
        <Route path="/damage" component={DamagePage} />
        {state === 'locked' && <Route path="/recover" component={RecoverPage} />}
        <Route path="/">{state === 'locked' ? <Unlock /> : <Welcome />}</Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </PlainFrame>
  )
}
