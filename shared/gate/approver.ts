import type { Approval } from './model.ts'

/** Who approved something, on paper and in the ledger of what left: the role code, and of an approval by file its code. */
export const approverOf = ({ by, file }: Pick<Approval, 'by' | 'file'>): string =>
  file ? `${by} (${file.code})` : by
