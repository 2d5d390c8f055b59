import { Route, Switch } from 'wouter'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Link, Notice, Page, Row, Section, Stack } from '../ui/index.ts'
import { EraseHere, EraseRemains } from './EraseHere.tsx'
import styles from './vault.module.css'

/** From the locked vault: nothing stands between whoever must leave and the button. */
export function EraseLocked() {
  const text = useText()
  const place = useSession(({ vault }) => vault?.place ?? null)
  return (
    <Page
      title={text('erase.title')}
      lead={place === null ? text('erase.lead') : text('erase.leadElsewhere', { place })}
      back={{ label: text('erase.back'), href: '/' }}
    >
      <Stack gap={32}>
        <EraseHere />
        <Section title={text('erase.remains')}>
          <EraseRemains />
        </Section>
      </Stack>
    </Page>
  )
}

/** From the open vault: first what it means, then, one step further, the button. */
export function ErasePages() {
  return (
    <Switch>
      <Route path="/vault/erase/now" component={EraseNow} />
      <Route component={BeforeErasing} />
    </Switch>
  )
}

function BeforeErasing() {
  const text = useText()
  return (
    <Page
      title={text('erase.title')}
      lead={text('erase.before')}
      back={{ label: text('vault.title'), href: '/vault' }}
    >
      <Stack gap={24}>
        <Section title={text('erase.does')}>
          <ul className={styles.limits}>
            {(['keys', 'everybody', 'files', 'panic'] as const).map(one => (
              <li key={one}>{text(`erase.does.${one}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={text('erase.remains')}>
          <EraseRemains />
        </Section>
        <Notice tone="care" actions={<Link href="/vault/copies">{text('erase.makeCopy')}</Link>}>
          {text('erase.keepFirst')}
        </Notice>
        <Row>
          <Link href="/vault/erase/now">{text('erase.goOn')}</Link>
        </Row>
      </Stack>
    </Page>
  )
}

function EraseNow() {
  const text = useText()
  return (
    <Page
      title={text('erase.now.title')}
      lead={text('erase.now.lead')}
      back={{ label: text('erase.title'), href: '/vault/erase' }}
    >
      <EraseHere />
    </Page>
  )
}
