import { Route, Switch } from 'wouter'
import { later } from './later.tsx'
import { useText } from './text.tsx'
import { PlainFrame } from './ui/index.ts'
import { LookFoot } from './vault/LookFoot.tsx'
import { usePracticeBand } from './vault/PracticeBand.tsx'
import { Unlock } from './vault/Unlock.tsx'
import { Welcome } from './vault/Welcome.tsx'

/** The other ways on; whoever opens a vault does not wait for them. */
export const FirstPages = later(async () => (await import('./FirstPages.tsx')).FirstPages)

/** The window before a vault is open: make one, open one, or read a brief without any. */
export function FirstScreen({ state }: { readonly state: 'none' | 'locked' }) {
  const text = useText()
  return (
    <PlainFrame name={text('app.name')} foot={<LookFoot />} banner={usePracticeBand()}>
      <Switch>
        <Route path="/">{state === 'locked' ? <Unlock /> : <Welcome />}</Route>
        <Route>
          <FirstPages state={state} />
        </Route>
      </Switch>
    </PlainFrame>
  )
}
