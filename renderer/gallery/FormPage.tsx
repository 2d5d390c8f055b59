import { useState } from 'react'
import type { Answered } from '../../shared/model.ts'
import {
  AnswerField,
  Button,
  Checkbox,
  CheckboxGroup,
  ComboBox,
  DateText,
  ErrorSummary,
  Form,
  MultiComboBox,
  Page,
  RadioGroup,
  Select,
  Steps,
  Switch,
  TextArea,
  TextField,
  type OptionGroup,
} from '../ui/index.ts'
import type { Words } from './words.ts'

const toOption = ([id = '', label = '', description]: readonly string[]) => ({ id, label, description })
const groupsOf = (words: Words): readonly OptionGroup[] =>
  words.kinds.map(([label, options]) => ({
    label: String(label),
    options: Array.isArray(options) ? options.map(toOption) : [],
  }))

/** Every kind of question, with errors when asked for. */
export function FormPage({ words, errors }: { readonly words: Words; readonly errors: boolean }) {
  const [what, setWhat] = useState<Answered<string> | null>({ value: words.fieldValue })
  const [place, setPlace] = useState<Answered<string> | null>({ none: 'declined' })
  const [date, setDate] = useState(errors ? '' : words.dateValue)
  const [country, setCountry] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>('travel')
  const [kinds, setKinds] = useState<readonly string[]>(errors ? [] : ['arrest', 'threat'])
  const [sure, setSure] = useState<string | null>('heard')
  const [who, setWho] = useState<readonly string[]>(['person'])
  const [going, setGoing] = useState(true)
  const [remind, setRemind] = useState(true)
  const answer = { empty: '', label: words.noAnswer, words: words.no }
  const list = {
    options: groupsOf(words),
    empty: words.none,
    openLabel: words.openList,
    hint: words.kindHint,
  }
  const wrong = errors
    ? [
        { id: 'date', message: words.errorDate },
        { id: 'kinds', message: words.errorKind },
      ]
    : []
  const errorOf = (id: string) => wrong.find(error => error.id === id)?.message
  return (
    <Page title={words.formTitle} kicker={words.code} back={{ label: words.caseTitle, href: '/case' }}>
      <Steps label={words.formTitle} steps={words.steps} current={1} said={words.formKicker} />
      <ErrorSummary title={words.errorTitle} errors={wrong} />
      <Form
        onSubmit={() => {}}
        actions={
          <>
            <Button kind="primary" type="submit">
              {words.save}
            </Button>
            <Button>{words.later}</Button>
          </>
        }
      >
        <AnswerField {...answer} answer={what} onChange={setWhat}>
          {slot => <TextArea label={words.field} hint={words.fieldHint} {...slot} />}
        </AnswerField>
        <DateText
          id="date"
          label={words.date}
          hint={words.dateHint}
          why={{ label: words.why, text: words.because }}
          value={date}
          onChange={setDate}
          error={errorOf('date')}
          understand={said => (said === '' ? null : { clear: true, words: words.understood })}
        />
        <AnswerField {...answer} answer={place} onChange={setPlace}>
          {slot => (
            <TextField
              label={words.place}
              hint={words.placeHint}
              optional={words.optional}
              width="medium"
              {...slot}
            />
          )}
        </AnswerField>
        <Select
          label={words.country}
          placeholder={words.choose}
          value={country}
          onChange={setCountry}
          options={words.countries.map(toOption)}
        />
        <ComboBox {...list} label={words.kind} value={kind} onChange={setKind} />
        <MultiComboBox
          {...list}
          id="kinds"
          label={words.kind}
          values={kinds}
          onChange={setKinds}
          removeLabel={words.remove}
          error={errorOf('kinds')}
        />
        <RadioGroup label={words.sure} value={sure} onChange={setSure} options={words.sures.map(toOption)} />
        <CheckboxGroup label={words.who} values={who} onChange={setWho} options={words.whos.map(toOption)} />
        <Checkbox value={going} onChange={setGoing} description={words.continuingHint}>
          {words.continuing}
        </Checkbox>
        <Switch value={remind} onChange={setRemind} description={words.remindHint}>
          {words.remind}
        </Switch>
      </Form>
    </Page>
  )
}
