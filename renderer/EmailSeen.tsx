import { Fragment, useState, type ReactNode } from 'react'
import type { Attachment, SourceMessage } from '../shared/evidence/model.ts'
import type { EmailRead, Mailbox } from '../shared/import/model.ts'
import { hasUnseen, mixesAlphabets } from '../shared/import/unseen.ts'
import styles from './EmailSeen.module.css'
import { ForeignText } from './ForeignText.tsx'
import { useText, type Text } from './text.tsx'
import {
  Badge,
  DescriptionList,
  Disclosure,
  Notice,
  Quiet,
  Row,
  Stack,
  TextButton,
  type Description,
} from './ui/index.ts'

/** A file that came with an e-mail, as far as it is shown. */
export type SeenFile = Pick<
  Attachment,
  'name' | 'kind' | 'isProgram' | 'mismatch' | 'size' | 'sha256' | 'leftOut'
>

/** An e-mail as it is shown, read just now or kept before. */
export interface SeenEmail<File extends SeenFile = SeenFile> {
  readonly from: string
  readonly to: string
  readonly cc: string
  readonly dateSaid: string
  readonly subject: string
  readonly text: string
  readonly fromHtml: boolean
  readonly remote: boolean
  readonly notes: readonly string[]
  readonly headers: readonly (readonly [string, string])[]
  readonly files: readonly File[]
}

/** An e-mail that was read and is not stored yet. */
export const seenOfRead = (email: EmailRead): SeenEmail => ({
  ...email,
  from: inOneLine(email.from),
  to: inOneLine(email.to),
  cc: inOneLine(email.cc),
  dateSaid: email.date.said,
  fromHtml: email.textFrom === 'html',
  remote: email.hasRemoteContent,
  files: email.attachments,
})

/** An e-mail that is kept on a case, with its own files. */
export const seenOfKept = (message: SourceMessage, files: readonly Attachment[]): SeenEmail<Attachment> => ({
  ...message,
  cc: '',
  dateSaid: message.sentSaid,
  fromHtml: message.textFrom === 'html',
  remote: message.hasRemoteContent,
  files,
})

const inOneLine = (mailboxes: readonly Mailbox[]) =>
  mailboxes.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')

/** Properties of `EmailSeen`. `check` stands at the end of each file. */
export interface EmailSeenProps<File extends SeenFile> {
  readonly email: SeenEmail<File>
  readonly check?: ((file: File) => ReactNode) | undefined
  /** Level of its heading, as of a `Disclosure`. */
  readonly level?: 2 | 3 | undefined
}

/** An e-mail as text: what it says of itself, what to know about it, its words, its files. Nothing in it is live. */
export function EmailSeen<File extends SeenFile>({ email, check, level }: EmailSeenProps<File>) {
  const text = useText()
  return (
    <Stack gap={24}>
      <Stack gap={8}>
        <DescriptionList rows={rowsOf(text, email)} />
        <Quiet>{text('email.claims')}</Quiet>
      </Stack>
      <Notes email={email} />
      <Words email={email} />
      <Files files={email.files} check={check} />
      {email.headers.length > 0 && <Headers headers={email.headers} level={level} />}
    </Stack>
  )
}

function rowsOf(text: Text, { from, to, cc, dateSaid, subject }: SeenEmail): Description[] {
  const row = (
    id: string,
    value: string,
    shown: ReactNode = (
      <bdi dir="auto">
        <ForeignText>{value}</ForeignText>
      </bdi>
    ),
  ): Description => ({
    id,
    label: text(`email.${id}`),
    value: value === '' ? <Quiet>{text('email.none')}</Quiet> : <span className={styles.long}>{shown}</span>,
  })
  return [
    row('from', from, addresses(from)),
    row('to', to, addresses(to)),
    ...(cc === '' ? [] : [row('cc', cc, addresses(cc))]),
    row('date', dateSaid),
    row('subject', subject),
  ]
}

/**
 * Each name in its own direction, each address from left to right: an Arabic name must not turn the address round. One after the
 * other as the page is read.
 */
function addresses(line: string): ReactNode {
  const parts = line
    .split(/(<[^<>]*>)/)
    .map(part => part.trim())
    .filter(part => part !== '')
  return parts.map((part, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts never move
    <Fragment key={at}>
      {at > 0 && ' '}
      <bdi dir={part.startsWith('<') ? 'ltr' : 'auto'}>
        <ForeignText>{part}</ForeignText>
      </bdi>
    </Fragment>
  ))
}

function Notes({ email }: { readonly email: SeenEmail }) {
  const text = useText()
  const { notes, remote, from, to, cc } = email
  const isMarked = hasUnseen(wordsOf(email))
  const sentences = [
    ...notes
      .filter(note => !isMarked || note !== 'reordering-marks')
      .map(note => text(`import.note.${note}`)),
    ...(remote ? [text('email.remote')] : []),
    ...(isMarked ? [text('email.unseen')] : []),
    ...([from, to, cc].some(mixesAlphabets) ? [text('email.alphabets')] : []),
  ]
  if (sentences.length === 0) return null
  return (
    <Notice tone="care" title={text('email.notes')}>
      <ul className={styles.notes}>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Everything of an e-mail that is shown before anything is opened. */
const wordsOf = ({ from, to, cc, dateSaid, subject, text, files }: SeenEmail): string[] => [
  from,
  to,
  cc,
  dateSaid,
  subject,
  text,
  ...files.map(({ name }) => name),
]

function Words({ email }: { readonly email: SeenEmail }) {
  const text = useText()
  const label = text('email.text')
  return (
    <Stack gap={8}>
      <p className={styles.label}>{label}</p>
      {email.fromHtml && email.text !== '' && <Quiet>{text('email.textFromHtml')}</Quiet>}
      {email.text === '' ? (
        <Quiet>{text('email.noText')}</Quiet>
      ) : (
        // Long text scrolls on its own, also by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section dir="auto" className={styles.text} tabIndex={0} aria-label={label}>
          <ForeignText>{email.text}</ForeignText>
        </section>
      )}
    </Stack>
  )
}

interface FilesProps<File extends SeenFile> {
  readonly files: readonly File[]
  readonly check?: ((file: File) => ReactNode) | undefined
}

function Files<File extends SeenFile>({ files, check }: FilesProps<File>) {
  const text = useText()
  const title = text('email.attachments', { count: files.length })
  const rows = files.map((file, index) => ({ file, id: String(index) }))
  return (
    <Stack gap={8}>
      <p className={styles.label}>{title}</p>
      {rows.length > 0 && (
        <>
          <Quiet>{text('email.neverOpen')}</Quiet>
          <ul className={styles.files} aria-label={title}>
            {rows.map(({ id, file }) => (
              <li key={id}>
                <FileLine file={file} />
                {check?.(file)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  )
}

/** Its name as it claims, what it really is, and its fingerprint. */
function FileLine({ file }: { readonly file: SeenFile }) {
  const text = useText()
  return (
    <div className={styles.file}>
      <bdi dir="auto" className={styles.name}>
        <ForeignText>{file.name}</ForeignText>
      </bdi>
      <Row gap={8}>
        <span>{text('email.isReally', { kind: text(`import.kind.${file.kind}`) })}</span>
        <Quiet>{sizeIn(text, file.size)}</Quiet>
        {file.isProgram && <Badge tone="stop">{text('email.program')}</Badge>}
        {file.mismatch && <Badge tone="care">{text('email.mismatch')}</Badge>}
        {file.leftOut && <Badge tone="care">{text(`email.leftOut.${file.leftOut}`)}</Badge>}
      </Row>
      <Row gap={8}>
        <Quiet>{text('email.sha256')}</Quiet>
        <Fingerprint sha256={file.sha256} />
      </Row>
    </div>
  )
}

function Headers({ headers, level }: Pick<SeenEmail, 'headers'> & Pick<EmailSeenProps<SeenFile>, 'level'>) {
  const text = useText()
  const rows = headers.map(([name, value], index) => ({ id: String(index), name, value }))
  return (
    <Disclosure label={text('email.headers', { count: headers.length })} level={level}>
      <dl className={styles.headers} dir="ltr">
        {rows.map(({ id, name, value }) => (
          <div key={id}>
            <dt>
              <ForeignText>{name}</ForeignText>
            </dt>
            <dd>
              <ForeignText>{value}</ForeignText>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

/** A SHA-256: enough of it to compare at a glance, all of it when asked. */
export function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const text = useText()
  const [whole, setWhole] = useState(false)
  const press = text(whole ? 'email.hideHash' : 'email.showHash')
  return (
    <span className={styles.print}>
      <bdi dir="ltr" className={styles.hash}>
        {whole ? sha256 : `${sha256.slice(0, 8)}…${sha256.slice(-4)}`}
      </bdi>
      <TextButton onPress={() => setWhole(!whole)} name={text('email.ofHash', { press })}>
        {press}
      </TextButton>
    </span>
  )
}

/** A size in the unit people would use. */
export function sizeIn(text: Text, bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const unit = (['byte', 'kilobyte', 'megabyte'] as const)[step]
  const how = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(text.locale, how).format(bytes / 1_000 ** step)
}
