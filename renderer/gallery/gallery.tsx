import { useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { FileText, FolderOpen, History, Search, Sun, Vault } from 'lucide-react'
import {
  BlockCard,
  Button,
  createToasts,
  Frame,
  guardHtml,
  PlainFrame,
  Quote,
  RailItem,
  Section,
  Stack,
  TextButton,
  ToastRegion,
  Tracks,
  UiProvider,
  type Look,
} from '../ui/index.ts'
import { CasePage, ConsentPage } from './CasePages.tsx'
import { FormPage } from './FormPage.tsx'
import { LongPage } from './LongPage.tsx'
import { PartsPage } from './PartsPage.tsx'
import { CasesPage } from './CasesPage.tsx'
import { UnlockPage } from './UnlockPage.tsx'
import { wordsOf, type Words } from './words.ts'

const icons = [Sun, FolderOpen, FileText, Search, History, Vault]
const toasts = createToasts()
const asked = new URLSearchParams(location.search)
const looks: readonly Look[] = ['system', 'light', 'dark']

guardHtml()

/** The gallery: one page of each kind. `?locale=ar&look=dark&page=form`, `?page=long&rows=1000000`. */
function Gallery() {
  const [locale, setLocale] = useState(asked.get('locale') ?? 'en')
  const [look, setLook] = useState(looks.find(look => look === asked.get('look')) ?? 'system')
  const [page, setPage] = useState(asked.get('page') ?? 'case')
  const words = wordsOf(locale)
  const foot = (
    <>
      <TextButton onPress={() => setLocale(locale === 'ar' ? 'en' : 'ar')}>
        {locale === 'ar' ? 'English' : 'العربية'}
      </TextButton>{' '}
      <TextButton onPress={() => setLook(look === 'dark' ? 'light' : 'dark')}>{look}</TextButton>
    </>
  )
  return (
    <UiProvider locale={locale} look={look} navigate={path => setPage(path.slice(1))}>
      {page === 'unlock' ? (
        <PlainFrame name={words.name} foot={foot}>
          <UnlockPage words={words} />
        </PlainFrame>
      ) : (
        <Framed words={words} page={page} foot={foot} />
      )}
      <ToastRegion toasts={toasts} label={words.messages} dismissLabel={words.dismiss} />
    </UiProvider>
  )
}

interface FramedProps {
  readonly words: Words
  readonly page: string
  readonly foot: ReactNode
}

const pages = ['case', 'cases', 'form', 'consent', 'parts', 'unlock', 'long']

function Framed({ words, page, foot }: FramedProps) {
  return (
    <Frame
      key={page}
      name={words.name}
      skipLabel={words.skip}
      railLabel={words.rail}
      foot={foot}
      lock={{ label: words.lock, onPress: () => {}, keys: 'Ctrl L' }}
      asideLabel={words.panel}
      aside={page === 'case' ? <CaseAside words={words} /> : null}
      rail={words.places.map((place, index) => (
        <RailItem
          key={place}
          href={`/${pages[index]}`}
          icon={icons[index] ?? Sun}
          current={page === pages[index]}
          count={index === 0 ? 3 : 0}
        >
          {place}
        </RailItem>
      ))}
    >
      {page === 'case' && <CasePage words={words} />}
      {page === 'cases' && <CasesPage words={words} />}
      {page === 'long' && <LongPage words={words} count={Number(asked.get('rows') ?? 100_000)} />}
      {page === 'form' && <FormPage words={words} errors={asked.has('errors')} />}
      {page === 'consent' && <ConsentPage words={words} />}
      {page === 'parts' && <PartsPage words={words} toasts={toasts} />}
    </Frame>
  )
}

function CaseAside({ words }: { readonly words: Words }) {
  const standings = ['in-progress', 'in-progress', 'overdue', 'not-started'] as const
  return (
    <Stack gap={32}>
      <Section title={words.next}>
        <p>{words.blockReason}</p>
        <div>
          <Button kind="primary">{words.next}</Button>
        </div>
      </Section>
      <BlockCard
        what={words.blockWhat}
        reason={words.blockReason}
        who={words.blockWho}
        way={{ label: words.blockWay, href: '/consent' }}
      />
      <Tracks
        label={words.tracks}
        tracks={words.track.map((label, index) => ({
          id: label,
          label,
          standing: standings[index] ?? 'done',
          word: words.tasks[index + 2]?.[1] ?? '',
          done: [0.6, 0.4, 0.2, 0][index] ?? 0,
        }))}
      />
      <Quote text={words.quote} lang={words.quoteLang} label={words.ownWords} />
    </Stack>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Gallery />)
