/**
 * Where a code comes from: `S` a public source that was read, `K` professional knowledge of a named document that
 * was not read again, `I` Vigil's own proposal. Help must never present `K` or `I` as the policy of the United Nations.
 */
export type Basis = 'S' | 'K' | 'I'

/** Codes whose basis differs from that of their list. */
type Exceptions<Code extends string> = Readonly<Partial<Record<Basis, readonly Code[]>>>

/** When a list took its present form. A list that changes gets the next version; a code is never used again for another meaning. */
interface Edition {
  readonly version: number
  readonly validFrom: string
}

/** The first edition of every list. */
export const first = { version: 1, validFrom: '2026-11-21' } as const satisfies Edition

/**
 * A controlled list. The order of the codes is the order of the screen.
 *
 * Lists that describe the world end with `other` (the person says it in words) and `unknown`. Lists that leave no third
 * possibility end with `unknown` alone. Scales, states of work and what consent is compared by have neither:
 * an unanswered question there is no answer, never a code.
 */
export interface Vocabulary<
  Id extends string = string,
  Code extends string = string,
  Open extends boolean = boolean,
> extends Edition {
  readonly id: Id
  /**
   * Whether an office may add codes of its own, word codes anew and stop offering them (ADR 0017). Open lists describe a
   * changing world; what rules are decided by is closed.
   */
  readonly open: Open
  readonly codes: readonly Code[]
  /** Empty when the list has no groups. Codes in no group (`other`, `unknown`) come after the groups. */
  readonly groups: readonly { readonly group: string; readonly codes: readonly Code[] }[]
  readonly basis: Basis
  readonly except: Exceptions<Code>
}

/** A list without groups. */
export const list = <const Id extends string, const Code extends string, const Open extends boolean = false>(
  input: Edition & {
    readonly id: Id
    readonly open?: Open
    readonly basis: Basis
    readonly codes: readonly Code[]
    readonly except?: Exceptions<NoInfer<Code>>
  },
): Vocabulary<Id, Code, Open> => ({
  groups: [],
  except: {},
  ...input,
  open: (input.open ?? false) as Open,
})

/** A list in groups, shown in the order written; `last` are the codes after the groups. */
export const grouped = <
  const Id extends string,
  const Code extends string,
  const Open extends boolean = false,
>({
  groups,
  last,
  open,
  ...input
}: Edition & {
  readonly id: Id
  readonly open?: Open
  readonly basis: Basis
  readonly groups: Readonly<Record<string, readonly Code[]>>
  readonly last: readonly Code[]
  readonly except?: Exceptions<NoInfer<Code>>
}): Vocabulary<Id, Code, Open> => ({
  except: {},
  ...input,
  open: (open ?? false) as Open,
  groups: Object.entries(groups).map(([group, codes]) => ({ group, codes })),
  codes: [...Object.values(groups).flat(), ...last],
})
