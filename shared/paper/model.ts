import { ConditionMet, GateResult, LineVerdict } from '../gate/model.ts'
import { Alike, NotMeant } from '../leak/model.ts'
import { CaseId, Day, Instant, Line, Note, PaperId, PersonId } from '../model.ts'
import { HarmCheck } from '../risk/model.ts'
import { z } from '../zod.ts'

/** `plan`: the person's protection plan on one page. `sheet`: what is held of them, and what became of it. */
export const PaperKind = z.enum(['plan', 'sheet'])
export type PaperKind = z.infer<typeof PaperKind>

/** The languages a paper can be written in: the official languages of the United Nations. */
export const PaperLanguage = z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
export type PaperLanguage = z.infer<typeof PaperLanguage>

/** Parts of a plan on paper, in the order of the page. */
export const PlanPart = z.enum([
  'objective',
  'wishes',
  'mustNot',
  'measures',
  'next',
  'kit',
  'dependants',
  'devices',
  'legal',
  'ifArrested',
])
export type PlanPart = z.infer<typeof PlanPart>

/** Parts of the sheet, in the order of the page. */
export const SheetPart = z.enum(['held', 'agreed', 'told', 'done', 'change'])
export type SheetPart = z.infer<typeof SheetPart>

export const PaperPart = z.enum([...PlanPart.options, ...SheetPart.options])
export type PaperPart = z.infer<typeof PaperPart>

/** The parts a paper of one kind can have, in the order of the page. */
export const partsOf = (kind: PaperKind): readonly PaperPart[] =>
  kind === 'plan' ? PlanPart.options : SheetPart.options

/** How a paper reaches the person: read to them or handed over, or in a sealed envelope. */
export const PaperChannel = z.enum(['in_person', 'sealed_paper'])

/** What goes on a paper. What it says is never typed here: it is what the case says. */
export const PaperDraft = z
  .strictObject({
    kind: PaperKind,
    /** Only the parts the person finds useful. */
    parts: z.array(PaperPart).min(1),
    language: PaperLanguage,
    channel: PaperChannel,
    /** Whether words that hold the person's own code may stand on it. Other codes never do. */
    withCode: z.boolean(),
    conditionsMet: z.array(ConditionMet),
    /** A safety reason that is new since the person took things back; empty when there is none (G8). */
    safetyReason: Note.max(600),
    /** Words that sound like a name and mean somebody or something else; left out until there are any. */
    notMeant: z.array(NotMeant).optional(),
  })
  .refine(({ kind, parts }) => parts.every(part => partsOf(kind).includes(part)), { path: ['parts'] })
export type PaperDraft = z.infer<typeof PaperDraft>

/** One thing said on a paper, with what belongs to it. `own`: words somebody typed, in whatever language. */
export const Said = z.strictObject({ text: z.string(), own: z.boolean() })
export type Said = z.infer<typeof Said>
export const SaidEntry = z.strictObject({ words: Said, under: z.array(Said) })
export type SaidEntry = z.infer<typeof SaidEntry>

/** A paper in its language: all that is printed, and nothing else. */
export const SaidPaper = z.strictObject({
  kind: PaperKind,
  language: PaperLanguage,
  title: z.string(),
  lead: z.string(),
  parts: z.array(z.strictObject({ part: PaperPart, title: z.string(), entries: z.array(SaidEntry) })),
  foot: z.string(),
})
export type SaidPaper = z.infer<typeof SaidPaper>

/** How a paper left: on paper, or as an encrypted file for whoever hands it over. */
export const PaperWay = z.enum(['printer', 'file'])
export type PaperWay = z.infer<typeof PaperWay>

/** A paper as it left, or as it was given to the printer. */
export const Leaving = z.strictObject({
  at: Instant,
  way: PaperWay,
  /** Of the PDF or of the encrypted file, hex. */
  sha256: z.string(),
  document: SaidPaper,
  verdicts: z.array(LineVerdict),
})
export type Leaving = z.infer<typeof Leaving>

/** A paper as kept. */
export const Paper = z.object({
  id: PaperId,
  caseId: CaseId,
  personId: PersonId,
  author: Line,
  draft: PaperDraft,
  /** Given to the printer, which has not answered yet. */
  printing: Leaving.nullable(),
  left: Leaving.nullable(),
  startedAt: Instant,
  changedAt: Instant,
})
export type Paper = z.infer<typeof Paper>

/** A paper as the case lists it. */
export const PaperSummary = z.object({
  id: PaperId,
  personId: PersonId,
  kind: PaperKind,
  language: PaperLanguage,
  startedAt: Instant,
  /** Given to the printer, and nobody has said yet whether it came out. */
  printing: z.boolean(),
  left: z.object({ at: Instant, way: PaperWay }).nullable(),
})
export type PaperSummary = z.infer<typeof PaperSummary>

/** Something that stays off a paper because it names a code: the person's own, or that of somebody or something else. */
export const LeftOut = z.strictObject({ part: PaperPart, names: z.enum(['own-code', 'another']) })
export type LeftOut = z.infer<typeof LeftOut>

/** Everything the page of one paper shows. */
export const PaperView = z.object({
  id: PaperId,
  caseId: CaseId,
  personId: PersonId,
  author: z.string(),
  draft: PaperDraft,
  document: SaidPaper,
  leftOut: z.array(LeftOut),
  gate: GateResult,
  harmCheck: HarmCheck.nullable(),
  /** Words on it that may be a name in another spelling; `where`: the part; `reason`: why they are not. */
  alike: z.array(Alike.extend({ reason: z.string().nullable() })),
  printingSince: Instant.nullable(),
  left: z.object({ at: Instant, way: PaperWay }).nullable(),
  today: Day,
})
export type PaperView = z.infer<typeof PaperView>
