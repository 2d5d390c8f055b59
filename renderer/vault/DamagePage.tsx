import type { Output } from '../../shared/contract.ts'
import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, Link, Notice, Page, Section } from '../ui/index.ts'
import { CopyAsIs } from './CopyAsIs.tsx'
import { RescueVault } from './RescueVault.tsx'

type Damage = NonNullable<Output<'rescue.damage'>>

/** A vault that does not open: what is wrong with it, and what can be done. Nothing here writes to it. */
export function DamagePage() {
  const text = useText()
  const { value: damage, refusal } = useAnswer('rescue.damage', {})
  return (
    <Page
      title={text('damage.title')}
      lead={text(damage?.canRescue === false ? 'damage.leadOnly' : 'damage.lead')}
      back={{ label: text('app.back'), href: '/' }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {damage ? (
        <Found damage={damage} />
      ) : (
        <Notice actions={<Link href="/">{text('damage.none.open')}</Link>}>{text('damage.none')}</Notice>
      )}
    </Page>
  )
}

function Found({ damage }: { readonly damage: Damage }) {
  const text = useText()
  return (
    <>
      <Section title={text('damage.found')}>
        <DescriptionList rows={rowsOf(damage, text)} />
      </Section>
      <Section title={text('rescue.copy')} lead={text('rescue.copy.lead')}>
        <CopyAsIs />
      </Section>
      <Section title={text('rescue.title')} lead={text('rescue.lead')}>
        {damage.canRescue ? <RescueVault /> : <Notice>{text(`rescue.cannot.${whyNot(damage)}`)}</Notice>}
      </Section>
      <Section title={text('damage.restore')} lead={text('damage.restore.lead')}>
        <Link href="/restore">{text('restore.title')}</Link>
      </Section>
    </>
  )
}

function whyNot({ keys, database }: Damage): 'keys' | 'database' | 'foreign' {
  if (database === 'foreign') return 'foreign'
  return keys === 'damaged' || keys === 'missing' || keys === 'unreadable' ? 'keys' : 'database'
}

function rowsOf({ keys, database, pages, damagedPages, journal, seal }: Damage, text: Text) {
  const row = (id: string, value: string) => ({ id, label: text(`damage.file.${id}`), value })
  return [
    row('database', text(`damage.database.${database}`, { pages, damaged: damagedPages })),
    row('keys', text(`damage.keys.${keys}`)),
    row('journal', text(`damage.journal.${journal}`)),
    row('seal', text(`damage.seal.${seal}`)),
  ]
}
