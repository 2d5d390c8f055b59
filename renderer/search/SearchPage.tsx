import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { CaseState } from '../../shared/case/model.ts'
import type { Found, Hit, SearchKind } from '../../shared/search/model.ts'
import { useKept } from '../kept.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { Badge, Code, Excerpt, Kbd, Link, Page, Quiet, ResultSearch, Row, TextButton } from '../ui/index.ts'
import { lastSought, remember } from './lastSought.ts'
import styles from './search.module.css'
import { SearchFilters } from './SearchFilters.tsx'
import { HowToSearch, NothingFound } from './SearchHelp.tsx'
import { useFound, useReadingOn } from './useFound.ts'

/** One field for everything that is written in cases, but for the names of who was identified. */
export function SearchPage() {
  const text = useText()
  const [, navigate] = useLocation()
  const { words, setWords, kinds, setKinds, state, setState } = useSought()
  const [turn, setTurn] = useState(0)
  const { found, refusal, more } = useFound({ words, kinds, state }, turn)
  useReadingOn(found !== null && found.behind > 0, () => setTurn(now => now + 1))
  const hits = found?.hits ?? []
  const isNarrowed = kinds.length > 0 || state !== null
  const widen = () => {
    setKinds([])
    setState(null)
  }
  const open = (id: string) => {
    const hit = hits[Number(id)]
    if (hit) navigate(addressOf(hit))
  }
  return (
    <Page
      width="wide"
      title={text('search.title')}
      lead={text('search.lead')}
      actions={<Link href="/search/name">{text('name.link')}</Link>}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      <ResultSearch
        label={text('search.field')}
        clearLabel={text('search.clear')}
        listLabel={text('search.results')}
        value={words}
        onChange={setWords}
        groups={groupsOf(text, hits)}
        onOpen={open}
        onLeave={leave}
        between={
          found &&
          (hits.length > 0 || isNarrowed || found.behind > 0) && (
            <>
              <SearchFilters
                counts={found.kinds}
                kinds={kinds}
                onKinds={setKinds}
                state={state}
                onState={setState}
              />
              {(hits.length > 0 || found.behind > 0) && (
                <Summary found={found} kinds={kinds} onWiden={isNarrowed ? widen : null} />
              )}
            </>
          )
        }
        nothing={<Nothing found={found} words={words} isNarrowed={isNarrowed} onWiden={widen} />}
      />
      {found?.next && (
        <Row>
          <TextButton onPress={more}>{text('search.more')}</TextButton>
        </Row>
      )}
    </Page>
  )
}

/** What is looked for: kept through a lock, and as long as the window is open. */
function useSought() {
  const [words, setWords] = useKept('search.words', () => lastSought().words)
  const [kinds, setKinds] = useKept<readonly SearchKind[]>('search.kinds', () => lastSought().kinds)
  const [state, setState] = useKept<CaseState | null>('search.state', () => lastSought().state)
  useEffect(() => remember({ words, kinds, state }), [words, kinds, state])
  return { words, setWords, kinds, setKinds, state, setState }
}

const leave = () => window.history.back()

const addressOf = ({ caseId, part, item }: Hit) => `/case/${caseId}/${part}${item === null ? '' : `/${item}`}`

/** Hits of one case that come one after the other stand under its code. */
function groupsOf(text: Text, hits: readonly Hit[]) {
  const places = hits.map((hit, place) => ({ hit, place }))
  const groups = Map.groupBy(places, ({ hit }) => hit.caseId)
  return [...groups].map(([id, its]) => ({
    id,
    name: its[0] && <CaseName text={text} hit={its[0].hit} />,
    results: its.map(({ hit, place }) => ({ id: String(place), content: <OneHit text={text} hit={hit} /> })),
  }))
}

interface HitProps {
  readonly text: Text
  readonly hit: Hit
}

function CaseName({ text, hit: { code, state } }: HitProps) {
  return (
    <>
      <Code>{code}</Code>
      <Badge>{text(`case.state.${state}`)}</Badge>
    </>
  )
}

function OneHit({ text, hit: { kind, label, excerpt } }: HitProps) {
  return (
    <>
      <span className={styles.kind}>
        {text(`search.kind.${kind}`)} {label && <Code>{label}</Code>}
      </span>
      <Excerpt {...excerpt} />
    </>
  )
}

interface SummaryProps {
  readonly found: Found
  readonly kinds: readonly SearchKind[]
  readonly onWiden: (() => void) | null
}

/** How much there is, and whether more is still being read. */
function Summary({ found: { kinds: counts, more, hits, behind }, kinds, onWiden }: SummaryProps) {
  const text = useText()
  const counted = counts
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .reduce((sum, { count }) => sum + count, 0)
  const count = Math.max(counted, hits.length)
  return (
    <Row apart>
      <output aria-live="polite">
        <Quiet>
          {more ? text('search.countMore', { count }) : text('search.count', { count })}
          {behind > 0 && ` ${text('search.behind', { count: behind })}`}
        </Quiet>
      </output>
      {onWiden ? (
        <TextButton onPress={onWiden}>{text('search.widen')}</TextButton>
      ) : (
        hits.length > 0 && <Keys />
      )}
    </Row>
  )
}

function Keys() {
  const text = useText()
  return (
    <Quiet>
      <Kbd>↑</Kbd> <Kbd>↓</Kbd> {text('search.keys.go')} <Kbd>{text('search.keys.enter')}</Kbd>{' '}
      {text('search.keys.open')}
    </Quiet>
  )
}

interface NothingProps {
  readonly found: Found | null
  readonly words: string
  readonly isNarrowed: boolean
  readonly onWiden: () => void
}

function Nothing({ found, words, isNarrowed, onWiden }: NothingProps) {
  if (words.trim() === '') return <HowToSearch />
  // While older texts are still looked through nobody is told that there is nothing.
  if (!found || found.next !== null) return null
  return <NothingFound isNarrowed={isNarrowed} onWiden={onWiden} />
}
