import type { ApprovalByFile } from '../shared/gate/model.ts'
import { useText } from './text.tsx'
import { Quiet } from './ui/index.ts'

/** That an approval came by file, signed with the verified key of a colleague, and how much they were shown. */
export function ByFile({ file }: { readonly file: ApprovalByFile | null | undefined }) {
  const text = useText()
  if (!file) return null
  const { code, office, duty, leave, unseen } = file
  return (
    <p>
      <Quiet>
        {text(office === '' ? 'approval.byFile' : 'approval.byFileOf', {
          code,
          office,
          duty: text(`duty.${duty}`),
        })}{' '}
        {text('approval.shownOf', { leave, unseen })}
      </Quiet>
    </p>
  )
}
