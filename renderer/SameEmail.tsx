import { AlikeList } from './Alike.tsx'
import { useAnswer } from './asking.ts'
import { useText } from './text.tsx'
import { Notice, Quiet, Stack } from './ui/index.ts'

/** So many cases are shown; the most telling come first. */
const most = 5

/** That an e-mail, or something of it, stands on another case already. Nothing when it does not. */
export function SameEmailNotice({ fileId }: { readonly fileId: string }) {
  const text = useText()
  const { value } = useAnswer('import.sameEmail', { fileId })
  const first = value?.[0]
  if (!value || !first) return null
  const title = text(first.how === 'sender' ? 'sameEmail.sender' : 'sameEmail.title')
  const some = value.slice(0, most).map(({ how, ...one }) => ({
    ...one,
    label: null,
    why: text(`sameEmail.how.${how}`),
    href: `/case/${one.caseId}/source`,
  }))
  return (
    <Notice tone={first.how === 'sender' ? 'note' : 'care'} title={title} live>
      <Stack gap={8}>
        <p>{text('sameEmail.goOn')}</p>
        <AlikeList label={title} some={some} />
        {value.length > most && <Quiet>{text('sameEmail.more', { count: value.length - most })}</Quiet>}
      </Stack>
    </Notice>
  )
}
