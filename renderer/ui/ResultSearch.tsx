// oxlint-disable jsx-a11y/prefer-tag-over-role -- a list of results under a field is no select: its options have parts
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import field from './Field.module.css'
import { classes } from './given.ts'
import { Icon } from './Icon.tsx'
import styles from './ResultSearch.module.css'
import { directionOf } from './TextField.tsx'

/** One thing that was found. */
export interface Result {
  readonly id: string
  readonly content: ReactNode
}

/** Things that were found in the same place. */
export interface ResultGroup {
  readonly id: string
  readonly name: ReactNode
  readonly results: readonly Result[]
}

/** Properties of `ResultSearch`. */
export interface ResultSearchProps {
  readonly label: string
  readonly clearLabel: string
  readonly listLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly groups: readonly ResultGroup[]
  readonly onOpen: (id: string) => void
  /** Escape in an empty field. */
  readonly onLeave: () => void
  /** Between the field and what was found: filters, how many there are. */
  readonly between?: ReactNode
  /** Instead of results, when there are none. */
  readonly nothing?: ReactNode
}

/**
 * A field and what was found with it. The focus stays in the field: arrows go through the results, Enter opens one, Escape
 * empties the field and then leaves.
 */
export function ResultSearch(props: ResultSearchProps) {
  const { label, clearLabel, value, onChange, groups, between, nothing } = props
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const { at, setAt, onKeyDown } = useArrows(props)
  useEffect(() => {
    input.current?.focus()
    // What was sought last gives way to what is typed next.
    input.current?.select()
  }, [])
  const any = groups.length > 0
  const clear = () => {
    onChange('')
    input.current?.focus()
  }
  return (
    <div className={styles.search}>
      <div className={classes(field.box, field.composite)}>
        <Icon of={Search} />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded={any}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={any && at !== null ? `${list}-${at}` : undefined}
          dir={directionOf(value)}
          placeholder={label}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={event => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {value !== '' && (
          <Button aria-label={clearLabel} className={classes(field.inside)} onPress={clear}>
            <Icon of={X} small />
          </Button>
        )}
      </div>
      {between}
      <Results {...props} list={list} at={at} onPoint={setAt} />
      {!any && nothing}
    </div>
  )
}

/** The result that Enter would open, and the keys that choose it. */
function useArrows({ value, groups, onOpen, onChange, onLeave }: ResultSearchProps) {
  const ids = groups.flatMap(({ results }) => results.map(({ id }) => id))
  const [chosen, setAt] = useState<string | null>(null)
  const at = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  const step = (by: number) => {
    const next = at === null ? 0 : Math.min(ids.length - 1, Math.max(0, ids.indexOf(at) + by))
    setAt(ids[next] ?? null)
  }
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = steps[event.key]
    if (by !== undefined) step(by)
    else if (event.key === 'Enter' && at !== null) onOpen(at)
    else if (event.key === 'Escape') leaveOrClear({ value, onChange, onLeave })
    else return
    event.preventDefault()
  }
  return { at, setAt, onKeyDown }
}

function leaveOrClear({
  value,
  onChange,
  onLeave,
}: Pick<ResultSearchProps, 'value' | 'onChange' | 'onLeave'>) {
  if (value === '') onLeave()
  else onChange('')
}

interface ResultsProps extends Pick<ResultSearchProps, 'groups' | 'listLabel' | 'onOpen'> {
  readonly list: string
  readonly at: string | null
  readonly onPoint: (id: string) => void
}

function Results({ groups, listLabel, onOpen, list, at, onPoint }: ResultsProps) {
  return (
    <div id={list} role="listbox" aria-label={listLabel} className={styles.list} hidden={groups.length === 0}>
      {groups.map(({ id, name, results }) => (
        <div key={id} role="group" aria-labelledby={`${list}-group-${id}`} className={styles.group}>
          <div id={`${list}-group-${id}`} role="presentation" className={styles.name}>
            {name}
          </div>
          {results.map(result => (
            <Option
              key={result.id}
              id={`${list}-${result.id}`}
              isChosen={result.id === at}
              onOpen={() => onOpen(result.id)}
              onPoint={() => onPoint(result.id)}
            >
              {result.content}
            </Option>
          ))}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly isChosen: boolean
  readonly onOpen: () => void
  readonly onPoint: () => void
  readonly children: ReactNode
}

function Option({ id, isChosen, onOpen, onPoint, children }: OptionProps) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // The keys of a result are those of the field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles.option}
      onMouseDown={event => event.preventDefault()}
      onMouseMove={isChosen ? undefined : onPoint}
      onClick={onOpen}
    >
      {children}
    </div>
  )
}

/** Properties of `Excerpt`. */
export interface ExcerptProps {
  readonly text: string
  /** What was found, from and to, in order. */
  readonly found: readonly (readonly [number, number])[]
  /** Whether the text goes on before, and after. */
  readonly before: boolean
  readonly after: boolean
}

/** A part of a text in its own direction, with what was found marked in it. */
export function Excerpt({ text, found, before, after }: ExcerptProps) {
  const ends = [0, ...found.map(([, to]) => to)]
  return (
    <span dir="auto" className={styles.excerpt}>
      {before && '… '}
      {found.map(([from, to], index) => (
        <span key={from}>
          {text.slice(ends[index], from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
      {after && ' …'}
    </span>
  )
}
