import styles from './NewPassphrase.module.css'
import type { NewPassphraseState, Way } from './newPassphraseState.ts'
import type { Strength } from '../shared/vault/model.ts'
import { useText, type Text } from './text.tsx'
import { Button, PassphraseField, RadioGroup, Row, StrengthMeter, TextButton } from './ui/index.ts'

interface Props {
  readonly passphrase: NewPassphraseState
}

/** The questions of a new passphrase; goes inside a form. What it holds is `useNewPassphrase`. */
export function NewPassphrase({ passphrase }: Props) {
  const text = useText()
  const ways: readonly Way[] = ['offered', 'own']
  return (
    <>
      <RadioGroup
        label={text('passphrase.way')}
        value={passphrase.way}
        onChange={way => passphrase.type({ way })}
        options={ways.map(id => ({
          id,
          label: text(`passphrase.way.${id}`),
          description: text(`passphrase.way.${id}.hint`),
        }))}
      />
      {passphrase.way === 'offered' && <Offered passphrase={passphrase} />}
      {passphrase.way === 'own' && <Own passphrase={passphrase} />}
    </>
  )
}

/** What every field for a secret says around it. */
export const aroundSecret = (text: Text) => ({
  showLabel: text('passphrase.show'),
  hideLabel: text('passphrase.hide'),
  capsLockHint: text('passphrase.capsLock'),
})

function Offered({ passphrase }: Props) {
  if (passphrase.words === null) return null
  return passphrase.wordsShown ? (
    <SixWords passphrase={passphrase} words={passphrase.words} />
  ) : (
    <TypedBack passphrase={passphrase} />
  )
}

function SixWords({ passphrase, words }: Props & { readonly words: string }) {
  const text = useText()
  return (
    <div className={styles.offered}>
      <p>{text('passphrase.words.how')}</p>
      <ol className={styles.words} dir="ltr" lang="en" aria-label={text('passphrase.words')}>
        {words.split(' ').map(word => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <Row>
        <Button onPress={() => passphrase.type({ wordsShown: false })}>{text('passphrase.written')}</Button>
        <TextButton onPress={passphrase.draw}>{text('passphrase.others')}</TextButton>
      </Row>
    </div>
  )
}

function TypedBack({ passphrase }: Props) {
  const text = useText()
  return (
    <div className={styles.back}>
      <PassphraseField
        id="passphrase-back"
        label={text('passphrase.back')}
        hint={text('passphrase.back.hint')}
        value={passphrase.back}
        onChange={back => passphrase.type({ back })}
        error={errorAt(passphrase, 'passphrase-back')}
        takesFocus={passphrase.errors.length === 0}
        {...aroundSecret(text)}
      />
      <TextButton onPress={() => passphrase.type({ wordsShown: true })}>
        {text('passphrase.lookAgain')}
      </TextButton>
    </div>
  )
}

function Own({ passphrase }: Props) {
  const text = useText()
  return (
    <>
      <PassphraseField
        id="passphrase-own"
        label={text('passphrase.own')}
        hint={text('passphrase.own.hint')}
        value={passphrase.own}
        onChange={own => passphrase.type({ own })}
        error={errorAt(passphrase, 'passphrase-own')}
        strength={passphrase.own !== '' && passphrase.strength && <Meter strength={passphrase.strength} />}
        {...aroundSecret(text)}
      />
      <PassphraseField
        id="passphrase-again"
        label={text('passphrase.again')}
        value={passphrase.again}
        onChange={again => passphrase.type({ again })}
        error={errorAt(passphrase, 'passphrase-again')}
        {...aroundSecret(text)}
      />
    </>
  )
}

const errorAt = ({ errors }: NewPassphraseState, field: string) =>
  errors.find(error => error.field === field)?.sentence

function Meter({ strength }: { readonly strength: Strength }) {
  const text = useText()
  const level = levelOf(strength)
  return (
    <StrengthMeter
      label={text('passphrase.strength')}
      word={text(`passphrase.strength.${level}`)}
      level={level}
      detail={strength.reason && text(`vault.strength.${strength.reason}`)}
    />
  )
}

/** Two steps below enough, two from it on; 22 is 13 bits more than enough. */
function levelOf({ enough, guessesLog10 }: Strength): 1 | 2 | 3 | 4 {
  if (enough) return guessesLog10 >= 22 ? 4 : 3
  return guessesLog10 >= 10 ? 2 : 1
}
