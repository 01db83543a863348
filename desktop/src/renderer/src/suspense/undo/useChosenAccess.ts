import { useState } from 'react'

export type ChosenAccess = { chosen: string[]; toggle: (childAccessId: string) => void }

/** Which authentications go with the match: those proposed, until the officer says otherwise. */
export function useChosenAccess(proposed: readonly string[]): ChosenAccess {
  const [chosen, setChosen] = useState(() => [...proposed])
  function toggle(childAccessId: string) {
    setChosen((before) =>
      before.includes(childAccessId)
        ? before.filter((id) => id !== childAccessId)
        : [...before, childAccessId],
    )
  }
  return { chosen, toggle }
}
