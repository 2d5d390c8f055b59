import type { ReadShare } from '../../shared/recovery/model.ts'
import { useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { codeList } from '../codeList.ts'
import { Button, Row, Stack, TextArea } from '../ui/index.ts'
import type { Shares } from './useShares.ts'

interface Props {
  readonly shares: Shares
  /** Which set opens this vault. */
  readonly set: string
  /** Whether what is unfinished is already said to be wrong. */
  readonly attempted: boolean
}

/** So many fields as shares are needed: typed, or read from their files. What is wrong is said word by word. */
export function SharesFields({ shares, set, attempted }: Props) {
  return (
    <Stack gap={24}>
      {shares.typed.map(({ number }) => (
        <ShareField key={number} at={number - 1} shares={shares} set={set} attempted={attempted} />
      ))}
    </Stack>
  )
}

function ShareField({ at, shares, set, attempted }: Props & { readonly at: number }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const one = shares.typed[at]
  const read = one?.read ?? null
  const others = shares.typed.filter((_, place) => place !== at).map(other => indexOf(other.read))
  const choose = async () => {
    const reply = await ask('recovery.choose', {})
    if (reply.ok && reply.value !== null) shares.set(at, reply.value)
  }
  const wrong = errorIn(text, read, { set, others, attempted })
  const missing = attempted && one?.words.trim() === '' ? text('recovery.words.missing') : null
  return (
    <Stack gap={8}>
      <TextArea
        id={`share-${at + 1}`}
        label={text('recovery.words', { number: at + 1 })}
        hint={text('recovery.words.hint')}
        value={one?.words ?? ''}
        onChange={words => shares.set(at, words)}
        error={wrong ?? missing}
        note={noteIn(text, read)}
        lang="en"
        takesFocus={at === 0}
        maxLength={1_000}
      />
      <Row>
        <Button
          onPress={() => void choose()}
          busy={busy ? text('recovery.busy') : null}
          name={text('recovery.choose.of', { number: at + 1 })}
        >
          {text('recovery.choose')}
        </Button>
      </Row>
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Stack>
  )
}

const indexOf = (read: ReadShare | null) => (read?.state === 'fine' ? read.share.index : null)

const noteIn = (text: Text, read: ReadShare | null) => {
  if (read?.state === 'fine')
    return text('recovery.read.fine', { index: read.share.index, k: read.share.k, set: read.share.set })
  return read?.state === 'count' ? text('recovery.read.count', { words: read.words, of: read.of }) : null
}

interface Around {
  readonly set: string
  readonly others: readonly (number | null)[]
  readonly attempted: boolean
}

/** What is wrong with one share, or `null`. A share that is still being typed is only unfinished. */
function errorIn(text: Text, read: ReadShare | null, { set, others, attempted }: Around): string | null {
  switch (read?.state) {
    case undefined:
      return null
    case 'unknown-words': {
      const { at, likely } = read.unknown[0] ?? { at: 0, likely: [] }
      const key = likely.length > 0 ? 'recovery.read.unknown' : 'recovery.read.unknownWord'
      return text(key, { at, likely: codeList(text, likely) })
    }
    case 'count':
      return attempted || read.words > read.of
        ? text('recovery.read.countWrong', { words: read.words, of: read.of })
        : null
    case 'check':
      return read.suspect === null
        ? text('recovery.read.check')
        : text('recovery.read.suspect', { at: read.suspect })
    case 'foreign':
      return text('recovery.read.foreign')
    case 'fine': {
      if (read.share.set !== set) return text('recovery.read.anotherSet', { found: read.share.set, set })
      return others.includes(read.share.index)
        ? text('recovery.read.twice', { index: read.share.index })
        : null
    }
  }
}
