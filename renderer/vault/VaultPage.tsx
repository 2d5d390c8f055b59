import { mayReadCases } from '../../shared/vault/mayRead.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Code, DescriptionList, Link, Page, RadioGroup, Row, Section, Stack } from '../ui/index.ts'
import { CopiesNotice } from './CopiesNotice.tsx'
import { LimitsList } from './HonestLimits.tsx'
import { languageNames, languages, themes } from './look.ts'
import { PracticeSection } from './PracticeSection.tsx'
import { VaultWarnings } from './VaultWarnings.tsx'

/** The open vault itself, as an index: what keeps it, who gets in, what watches over it, what the office set, the look, and last what ends it. */
export function VaultPage() {
  const text = useText()
  const readsCases = useSession(({ vault }) => mayReadCases(vault?.duties ?? []))
  return (
    <Page title={text('vault.title')} lead={text('vault.lead')}>
      <VaultWarnings />
      {!readsCases && <CopiesNotice />}
      <Standing />
      <Section title={text('copies.title')} lead={text('copies.short')}>
        <Link href="/vault/copies">{text('copies.see')}</Link>
      </Section>
      <Section title={text('ways.title')} lead={text('ways.short')}>
        <Link href="/vault/ways">{text('ways.open')}</Link>
      </Section>
      <Section title={text('people.title')} lead={text('people.short')}>
        <Link href="/vault/people">{text('people.open')}</Link>
      </Section>
      <Section title={text('vault.locking')} lead={text('vault.locking.lead')}>
        <Link href="/vault/lock">{text('lock.open')}</Link>
      </Section>
      {readsCases && (
        <Section title={text('vault.trail')} lead={text('vault.trail.lead')}>
          <Link href="/record">{text('vault.trail.open')}</Link>
        </Section>
      )}
      <Section title={text('witness.title')} lead={text('witness.short')}>
        <Link href="/vault/witnesses">{text('witness.open')}</Link>
      </Section>
      {readsCases && (
        <Section title={text('clocks.title')} lead={text('vault.clocks.lead')}>
          <Link href="/vault/clocks">{text('vault.clocks.open')}</Link>
        </Section>
      )}
      {readsCases && (
        <Section title={text('settings.title')} lead={text('settings.lead')}>
          <Row gap={24}>
            <Link href="/vault/lists">{text('lists.title')}</Link>
            <Link href="/vault/thresholds">{text('thresholds.title')}</Link>
            <Link href="/vault/windows">{text('windows.title')}</Link>
          </Row>
        </Section>
      )}
      <Section title={text('look.title')}>
        <Look />
      </Section>
      <PracticeSection />
      <Section title={text('vault.limits')}>
        <LimitsList />
      </Section>
      <Section title={text('erase.title')} lead={text('erase.short')}>
        <Link href="/vault/erase">{text('erase.open')}</Link>
      </Section>
    </Page>
  )
}

function Standing() {
  const text = useText()
  const vault = useSession(state => state.vault)
  const place = vault?.place ?? null
  return (
    <DescriptionList
      rows={[
        {
          id: 'place',
          label: text('vault.place'),
          value: place === null ? text('vault.place.usual') : text('vault.place.other', { place }),
        },
        { id: 'officer', label: text('vault.officer'), value: <Code>{vault?.officer}</Code> },
      ]}
    />
  )
}

function Look() {
  const text = useText()
  const { preferences, prefer } = useSession()
  return (
    <Stack gap={8}>
      <RadioGroup
        inline
        label={text('look.language')}
        value={preferences.language}
        onChange={language => void prefer({ ...preferences, language })}
        options={languages.map(id => ({ id, label: languageNames[id] }))}
      />
      <RadioGroup
        inline
        label={text('look.theme')}
        value={preferences.theme}
        onChange={theme => void prefer({ ...preferences, theme })}
        options={themes.map(id => ({ id, label: text(`look.theme.${id}`) }))}
      />
    </Stack>
  )
}
