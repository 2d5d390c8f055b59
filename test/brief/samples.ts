import { Day } from '../../shared/model.ts'
import type { BriefDocument, DocumentLine, Piece } from '../../shared/brief/model.ts'
import { assembled } from './support.ts'

/** Words somebody typed, in a language and in another script beside it. */
const typed: Readonly<Record<BriefDocument['language'], readonly [string, string]>> = {
  en: ['Decide this week (P1, A1): the hearing is on 14 March.', 'Allegedly followed home twice.'],
  fr: ['Décider cette semaine (P1, A1) : l’audience est le 14 mars.', 'Aurait été suivie deux fois.'],
  es: ['Decidir esta semana (P1, A1): la audiencia es el 14 de marzo.', 'La habrían seguido dos veces.'],
  ru: ['Решить на этой неделе (P1, A1): слушание 14 марта.', 'Предположительно дважды преследовали.'],
  zh: ['请本周决定（P1、A1）：3月14日开庭。', '据称曾两次被跟踪至家中。'],
  ar: ['يُرجى اتخاذ قرار هذا الأسبوع (P1، A1): الجلسة في 14 آذار/مارس.', 'يُدّعى أنها تُعُقّبت مرتين.'],
}

const others = ['سميرة ذهبت إلى OHCHR (جنيف).', 'Her words: “stop”.', 'Её слова', '她的话']

const line = (field: string, about: string, said: Piece[]): DocumentLine => ({
  fact: 'who',
  label: `brief.line.${field}`,
  about,
  said,
})
const withheld = (field: string, about: string): DocumentLine => ({
  fact: 'who',
  label: `brief.line.${field}`,
  about,
  withheld: true,
})
const code = (key: string) => ({ code: `vocabulary.${key}` })

/** A brief with something of everything a brief can say, in one language. */
export function fullBrief(language: BriefDocument['language']): BriefDocument {
  const [ask, tell] = typed[language]
  const [arabic = '', english = '', russian = '', chinese = ''] = others
  const option = {
    what: tell,
    benefit: ask,
    risk: '',
    consentNeeded: 'P1: share_UN_security',
    who: 'HoP',
    recommended: true,
  }
  const when = {
    said: arabic,
    precision: 'about' as const,
    from: Day.parse('2026-03-01'),
    to: Day.parse('2026-03-14'),
  }
  return {
    ...assembled([]).document,
    language,
    answerBy: Day.parse('2026-11-28'),
    caveats: ['source_protected', 'no_name', 'no_state_sharing', 'recipient_only', 'destroy_after'],
    bottomLine: ask,
    unknowns: tell,
    stateView: tell,
    riskOfActing: tell,
    riskOfNotActing: ask,
    actionsSoFar: tell,
    followUp: 'FP-1, 2026-12-01',
    options: [option, { ...option, what: russian, recommended: false }],
    talkingPoints: [tell, english, arabic],
    lines: [
      line('unit', 'P1', [code('victimUnit.individual'), { code: 'person.part.victim' }]),
      withheld('name', 'P1'),
      line('roles', 'P1', [code('victimRole.woman_human_rights_defender')]),
      line('situation', 'P1', [code('victimSituation.hidden')]),
      line('wishes', 'P1', [{ text: arabic }, { text: english }]),
      line('engagement', 'P1', [
        code('cooperationType.testimony_or_interview'),
        code('unEntity.commission_of_inquiry'),
        { date: when },
      ]),
      line('act', 'P1 · C1', [
        code('formOfAct.death_threat'),
        code('actStatus.carried_out'),
        {
          date: { said: 'x', precision: 'month', from: Day.parse('2026-03-01'), to: Day.parse('2026-03-31') },
        },
      ]),
      line('account', 'P1 · C1', [{ text: tell }, { text: chinese }]),
      line('perpetrator', 'A1', [code('perpetratorClass.state'), code('perpetratorKind.police')]),
      line('verification', 'C1', [code('verificationStatus.corroborated_one_independent')]),
      line('sources', 'C1', [code('sourceReliability.B')]),
      line('proof', '', [code('standardOfProof.reasonable_grounds_to_believe')]),
      line('danger', '', [code('immediateDanger.possible'), { text: ask }]),
    ],
    risks: [
      {
        about: 'P1',
        band: 'high',
        assessedOn: Day.parse('2026-11-02'),
        ownView: { value: { band: 'low', words: arabic, language: 'ar', translation: tell } },
        differs: true,
      },
    ],
    limits: [true, false].map(may => ({
      about: 'P1',
      may,
      purpose: 'share_UN_country_presence',
      recipient: 'UN_entity',
      channel: 'encrypted_message',
      identityLevel: 'role_only',
      scope: 'selected_facts',
      facts: ['acts', 'danger'],
      conditions: ['show_me_text_first', 'no_family_mention'],
      until: Day.parse('2027-01-01'),
    })),
  }
}
