/**
 * The points of a guidance note, in the order of the screen.
 *
 * Each is `guidance.<note>.<point>` in `resources/text`; beside them stand `title`, `intro` and `basis`, which says
 * what is guidance of the United Nations and what is not, and is always shown with the points.
 */
export const guidance = {
  consent: [
    'who',
    'language',
    'place',
    'purpose',
    'risks',
    'separate',
    'refuse',
    'withdraw',
    'limits',
    'form',
    'review',
    'absent',
  ],
  risk: ['own_view', 'both_ways', 'others', 'act_on_threat', 'protect_first', 'unknown', 'review'],
} as const
