import { useState } from 'react'

/** So often in a row nothing may have become of it before nobody asks any more. */
const patience = 20

/** Whether nothing more becomes up to date, however often it is asked. @param answer the last one */
export function useStuck(answer: { readonly behind: number } | null): boolean {
  const [seen, setSeen] = useState({ answer, behind: 0, times: 0 })
  if (answer !== null && seen.answer !== answer) {
    const { behind } = answer
    setSeen({ answer, behind, times: behind > 0 && behind >= seen.behind ? seen.times + 1 : 0 })
  }
  return seen.times >= patience
}
