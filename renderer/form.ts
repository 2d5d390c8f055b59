import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from '../shared/zod.ts'
import { call } from './api.ts'
import { keepingIn, keepScreen, useKept } from './kept.ts'
import { useText } from './text.tsx'

/** What a form holds while it is filled in: every field, or `null` where nothing was chosen yet. */
export type Typed<T> = { readonly [K in keyof T]: T[K] | null }

/** One field that cannot be taken as it is. `field` is its name in the form; nested fields are joined by dots. */
export interface FieldError {
  readonly field: string
  readonly sentence: string
}

export interface Form<T> {
  readonly value: Typed<T>
  readonly set: <K extends keyof T>(field: K, value: T[K] | null) => void
  readonly errors: readonly FieldError[]
  /** The sentence at one field, or `undefined`. */
  readonly error: (field: string) => string | undefined
  /** Whether what is shown was typed before and never recorded. */
  readonly restored: boolean
  /**
   * Checks everything; only when all of it can be taken, calls `record`. When that says `true` the draft is dropped.
   * What was typed stays until then.
   */
  readonly submit: (record: (value: T) => Promise<boolean>) => Promise<void>
  /** Gives up what was typed. */
  readonly discard: () => void
}

interface FormOptions<T> {
  /** Name of the form: the first part of its text keys. `<name>.<field>.missing` is the sentence of an empty field. */
  readonly name: string
  readonly initial: Typed<T>
  /**
   * Under which key what was typed is kept until it is recorded or given up, also when the page is left; `null` keeps it
   * through a lock alone.
   */
  readonly draft: string | null
  /** Holds what was revealed: kept nowhere, and lost when the vault locks. */
  readonly secret?: boolean
}

/**
 * The state of one form. What is typed is kept, encrypted, in the vault 300 ms after the last key, once a second while somebody
 * goes on typing, and at once when the vault is about to lock; it comes back when the form is opened again.
 */
export function useForm<S extends z.ZodType>(schema: S, options: FormOptions<z.input<S>>): Form<z.input<S>> {
  type T = z.input<S>
  const { initial, secret = false } = options
  const draft = secret ? null : options.draft
  const passing = draft === null && !secret ? `form ${options.name}` : null
  const [value, setValue] = useKept<Typed<T>>(passing, initial)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const { restored, changed, drop } = useDraft(draft, setValue)
  const sentenceFor = useSentences(options.name)

  const set = useCallback(
    <K extends keyof T>(field: K, now: T[K] | null) =>
      setValue(before => {
        const after = { ...before, [field]: now }
        changed(after)
        return after
      }),
    [changed, setValue],
  )
  const submit = async (record: (value: T) => Promise<boolean>) => {
    const parsed = schema.safeParse(value)
    setErrors(parsed.success ? [] : errorsOf(parsed.error, sentenceFor))
    if (parsed.success && (await record(parsed.data as T))) drop()
  }
  const discard = () => {
    setValue(initial)
    setErrors([])
    drop()
  }
  const error = (field: string) => errors.find(one => one.field === field)?.sentence
  return { value, set, errors, error, restored, submit, discard }
}

function errorsOf(
  error: z.ZodError,
  sentenceFor: (field: string, issue: z.core.$ZodIssue) => string,
): FieldError[] {
  const seen = new Map<string, FieldError>()
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    if (!seen.has(field)) seen.set(field, { field, sentence: sentenceFor(field, issue) })
  }
  return [...seen.values()]
}

/** The form's own sentence for a field when there is one, else what can be said of any. */
function useSentences(name: string) {
  const text = useText()
  return (field: string, issue: z.core.$ZodIssue) => {
    const last = field.split('.').at(-1)
    const own = [`${name}.${field}.missing`, `${name}.${last}.missing`].find(key => text.has(key))
    if (issue.code === 'too_big') return text('form.tooLong', { max: Number(issue.maximum) })
    if (own !== undefined) return text(own)
    if (issue.code === 'too_small') return text('form.fillIn')
    return text(issue.code === 'custom' ? 'form.check' : 'form.choose')
  }
}

/** Keeps what is typed under a key in the vault and brings it back once. */
function useDraft<V>(key: string | null, restore: (value: V) => void) {
  const [restored, setRestored] = useState(false)
  const pending = useRef<{ timer: number; since: number; value: V } | null>(null)

  const flush = useCallback(() => {
    if (key === null || pending.current === null) return undefined
    window.clearTimeout(pending.current.timer)
    const kept = call('vault.keepDraft', { key, value: JSON.stringify(pending.current.value) })
    pending.current = null
    return kept
  }, [key])

  useEffect(() => {
    if (key === null) return undefined
    void call('vault.draft', { key }).then(reply => {
      if (!reply.ok || reply.value === null || pending.current !== null) return
      restore(JSON.parse(reply.value) as V)
      setRestored(true)
    })
    beforeLock.add(flush)
    return () => {
      void flush()
      beforeLock.delete(flush)
    }
    // `restore` is a state setter and never changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, flush])

  const changed = useCallback(
    (value: V) => {
      if (key === null) return
      const { timer, since } = pending.current ?? { timer: null, since: performance.now() }
      if (timer !== null) window.clearTimeout(timer)
      const wait = keepingIn(since)
      pending.current = { timer: window.setTimeout(() => void flush(), wait), since, value }
    },
    [key, flush],
  )
  const drop = useCallback(() => {
    if (pending.current) window.clearTimeout(pending.current.timer)
    pending.current = null
    setRestored(false)
    if (key !== null) void call('vault.dropDraft', { key })
  }, [key])
  return { restored, changed, drop }
}

const beforeLock = new Set<() => Promise<unknown> | undefined>()
let handingOver: Promise<unknown> = Promise.resolve()

/**
 * Hands over everything that was typed and not yet kept, and where on the page somebody was. Called when the vault is about
 * to lock; resolves when the vault has all of it.
 */
export function keepAllDrafts(): Promise<unknown> {
  // The forms first: where somebody was is worth less than what they wrote.
  const forms = [...beforeLock].map(flush => flush())
  handingOver = Promise.all([handingOver, ...forms, keepScreen(true)])
  return handingOver
}
