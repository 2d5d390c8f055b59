import { useId } from 'react'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { languages, languageNames, themes } from './look.ts'
import styles from './vault.module.css'

/** Language and look, at the foot of the first screens. What is chosen is so at once. */
export function LookFoot() {
  const text = useText()
  const { preferences, prefer } = useSession()
  return (
    <>
      <Choice
        label={text('look.language')}
        value={preferences.language}
        options={languages.map(id => ({ id, label: languageNames[id], lang: id }))}
        onChange={language => void prefer({ ...preferences, language })}
      />
      <Choice
        label={text('look.theme')}
        value={preferences.theme}
        options={themes.map(id => ({ id, label: text(`look.theme.${id}`) }))}
        onChange={theme => void prefer({ ...preferences, theme })}
      />
    </>
  )
}

interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly value: Id
  readonly options: readonly { readonly id: Id; readonly label: string; readonly lang?: string }[]
  readonly onChange: (id: Id) => void
}

function Choice<Id extends string>({ label, value, options, onChange }: ChoiceProps<Id>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles.look}>
      {options.map(option => (
        <label key={option.id} lang={option.lang}>
          <input
            type="radio"
            name={name}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
