import { CaseState } from '../../shared/case/model.ts'
import type { Found, SearchKind } from '../../shared/search/model.ts'
import { useText } from '../text.tsx'
import { FilterToggle, Row, Select, Unseen } from '../ui/index.ts'
import styles from './search.module.css'

interface Props {
  readonly counts: Found['kinds']
  readonly kinds: readonly SearchKind[]
  readonly onKinds: (kinds: readonly SearchKind[]) => void
  readonly state: CaseState | null
  readonly onState: (state: CaseState | null) => void
}

const any = 'any'

/** What kinds of things, and cases in which state, are looked through. */
export function SearchFilters({ counts, kinds, onKinds, state, onState }: Props) {
  const text = useText()
  const states = CaseState.options.map(id => ({ id, label: text(`case.state.${id}`) }))
  const some = counts.filter(({ kind, count }) => count > 0 || kinds.includes(kind))
  return (
    <div className={styles.filters}>
      <fieldset className={styles.kinds}>
        <legend>
          <Unseen>{text('search.kinds')}</Unseen>
        </legend>
        <Row gap={8}>
          {some.map(({ kind, count }) => (
            <FilterToggle
              key={kind}
              on={kinds.includes(kind)}
              onChange={on => onKinds(on ? [...kinds, kind] : kinds.filter(one => one !== kind))}
              count={count}
            >
              {text(`search.kind.${kind}`)}
            </FilterToggle>
          ))}
        </Row>
      </fieldset>
      <div className={styles.state}>
        <Select
          label={text('search.state')}
          width="full"
          value={state ?? any}
          placeholder={text('search.state.any')}
          options={[{ id: any, label: text('search.state.any') }, ...states]}
          onChange={id => onState(id === any ? null : id)}
        />
      </div>
    </div>
  )
}
