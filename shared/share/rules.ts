import type { ColleagueClass } from '../exchange/colleague.ts'
import { reveals } from '../gate/consent.ts'
import type { Element } from '../gate/model.ts'
import type { Code } from '../vocabulary/index.ts'
import type { ShareDraft, ShareLevel } from './model.ts'

/** What a colleague of each class can be told a case for, the usual first. */
const purposes: Readonly<Record<ColleagueClass, readonly Code<'purpose'>[]>> = {
  same_office: ['share_inside_office', 'verify_with_third_parties', 'interpreter_or_translator'],
  UN_entity: [
    'share_UN_country_presence',
    'share_ASG_focal_team',
    'share_UN_security',
    'verify_with_third_parties',
    'onward_transfer',
  ],
  UN_expert: ['treaty_body_transmission', 'HRC_President_or_Bureau', 'verify_with_third_parties'],
}

/** How a file can travel. Each is a way people are asked about. */
export const shareChannels: readonly Code<'channel'>[] = [
  'in_person',
  'encrypted_message',
  'sealed_paper',
  'UN_document',
]

/** What a case can be shared for with a colleague, the usual first. Each is a purpose people are asked about. */
export const sharePurposes = (recipientClass: ColleagueClass): readonly Code<'purpose'>[] =>
  purposes[recipientClass]

/** Whether a line shows more of who somebody is than is to be told. */
export const isBeyond = ({ element }: { readonly element: Element }, level: ShareLevel): boolean =>
  !reveals[level].includes(element)

/**
 * What a new share with a colleague begins with: as it was with them the last time, without what was kept back for its own
 * reasons; otherwise the usual purpose, from hand to hand, and no name.
 */
export function beginningFor(
  {
    id: colleagueId,
    recipientClass,
  }: { readonly id: ShareDraft['colleagueId']; readonly recipientClass: ColleagueClass },
  last: Pick<ShareDraft, 'purpose' | 'channel' | 'identityLevel'> | null,
): ShareDraft {
  const offered = sharePurposes(recipientClass)
  const usual = offered[0] ?? 'share_inside_office'
  return {
    colleagueId,
    purpose: last && offered.includes(last.purpose) ? last.purpose : usual,
    channel: last?.channel ?? 'in_person',
    identityLevel: last?.identityLevel ?? 'role_and_region',
    withheld: [],
    conditionsMet: [],
    note: '',
    notMeant: [],
  }
}
