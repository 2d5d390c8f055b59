import { isValidElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AnswerField } from '../../renderer/ui/AnswerField.tsx'
import { Status } from '../../renderer/ui/Badge.tsx'
import { DateText } from '../../renderer/ui/DateText.tsx'
import { Matrix } from '../../renderer/ui/Matrix.tsx'
import { grouped, optionOf } from '../../renderer/ui/options.ts'
import { Reveal } from '../../renderer/ui/Reveal.tsx'
import { TextField } from '../../renderer/ui/TextField.tsx'

const html = (node: ReactNode) => renderToStaticMarkup(isValidElement(node) ? node : <>{node}</>)
const nothing = () => {}
const noAnswers = { unknown: 'Unknown', 'not-asked': 'Not asked', declined: 'Declined', withheld: 'Withheld' }

/** The places of these words in the page, in the order given. */
const places = (page: string, words: readonly string[]) => words.map(word => page.indexOf(word))

describe('a field', () => {
  const field = { label: 'LABEL', hint: 'HINT', value: 'VALUE', onChange: nothing }

  it('stands in the order label, hint, control, error', () => {
    const page = html(<TextField {...field} error="ERROR" />)
    const order = places(page, ['LABEL', 'HINT', 'VALUE', 'ERROR'])
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('keeps the line of its error free, so that nothing jumps when there is one', () => {
    const under = /<div class="[^"]*under/
    expect(html(<TextField {...field} />)).toMatch(under)
    expect(html(<TextField {...field} error="ERROR" />)).toMatch(under)
  })

  it('tells a screen reader of its hint and its error', () => {
    const page = html(<TextField {...field} id="place" error="ERROR" />)
    expect(page).toMatch(/<input[^>]*id="place"/)
    expect(page).toMatch(/<input[^>]*aria-invalid="true"/)
    expect(page).toMatch(/<input[^>]*aria-describedby=/)
  })

  it('follows the direction of what is typed, and of the page while that is nothing', () => {
    expect(html(<TextField {...field} />)).toMatch(/<input[^>]*dir="auto"/)
    expect(html(<TextField {...field} value="" />)).not.toMatch(/<input[^>]*dir=/)
  })
})

describe('a question that may stay without an answer', () => {
  it('offers all four kinds of "no answer", and marks the one that was chosen', () => {
    const page = html(
      <AnswerField answer={{ none: 'declined' }} onChange={nothing} empty="" label="NONE" words={noAnswers}>
        {slot => <TextField label="LABEL" {...slot} />}
      </AnswerField>,
    )
    for (const word of Object.values(noAnswers)) expect(page).toContain(word)
    expect(page.match(/aria-checked="true"/g)).toHaveLength(1)
  })

  it('shows no value where there is none', () => {
    const page = html(
      <AnswerField answer={{ none: 'withheld' }} onChange={nothing} empty="" label="NONE" words={noAnswers}>
        {slot => <TextField label="LABEL" {...slot} />}
      </AnswerField>,
    )
    expect(page).toMatch(/<input[^>]*value=""/)
  })
})

describe('a date as people say it', () => {
  it('shows what was understood', () => {
    const understand = (said: string) => ({ clear: true, words: `UNDERSTOOD ${said}` })
    const page = html(
      <DateText label="LABEL" value="spring 2025" onChange={nothing} understand={understand} />,
    )
    expect(page).toContain('UNDERSTOOD spring 2025')
  })

  it('shows what to do instead when that is an error', () => {
    const understand = () => ({ clear: false, words: 'UNDERSTOOD' })
    const page = html(
      <DateText label="L" value="x" onChange={nothing} understand={understand} error="ERROR" />,
    )
    expect(page).toContain('ERROR')
    expect(page).not.toContain('UNDERSTOOD')
  })
})

describe('what colour says', () => {
  it('is said by a word and a shape too, where a piece of work stands', () => {
    const page = html(<Status standing="overdue" word="Overdue" />)
    expect(page).toContain('Overdue')
    expect(page).toContain('<svg')
  })

  it('is said by a word and a shape too, in a matrix, which is one stop for the Tab key', () => {
    const page = html(
      <Matrix
        caption="C"
        corner="P"
        columns={[
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ]}
        rows={[{ id: 'r', label: 'R' }]}
        cell={() => ({ shape: 'no', word: 'No' })}
        onOpen={nothing}
      />,
    )
    expect(page.match(/>No</g)).toHaveLength(2)
    expect(page.match(/tabindex="0"/g)).toHaveLength(1)
  })
})

describe('what is hidden', () => {
  it('is not in the page until it is shown', () => {
    const props = {
      hiddenLabel: 'HIDDEN',
      showLabel: 'SHOW',
      hideLabel: 'HIDE',
      onShow: nothing,
      onHide: nothing,
    }
    expect(html(<Reveal {...props} shown={null} />)).toContain('HIDDEN')
    expect(html(<Reveal {...props} shown="NAME" />)).toContain('NAME')
    expect(html(<Reveal {...props} shown="NAME" />)).not.toContain('HIDDEN')
  })
})

describe('options', () => {
  const plain = [{ id: 'a', label: 'A' }]

  it('may come on their own or under headings', () => {
    expect(grouped(plain)).toEqual([{ label: '', options: plain }])
    expect(grouped([{ label: 'G', options: plain }])).toEqual([{ label: 'G', options: plain }])
  })

  it('are found by their id in either form', () => {
    expect(optionOf([{ label: 'G', options: plain }], 'a')?.label).toBe('A')
    expect(optionOf(plain, 'b')).toBeUndefined()
  })
})
