import { useEffect, useRef } from 'react'

type Typed = {
  typed: string
  /** Whether the list answers what is typed, and not what was typed a moment ago. */
  isCurrent: boolean
}

/**
 * What Enter does in the filter of a list: it opens the first row of what is typed. While the list still answers an
 * earlier text it waits for the answer, so that it never opens somebody whom nobody asked for; typing on calls it off.
 */
export function useEnterFirst({ typed, isCurrent }: Typed, openFirst: () => void): () => void {
  const waitingFor = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (waitingFor.current === undefined || (waitingFor.current === typed && !isCurrent)) return
    const goesOn = waitingFor.current === typed
    waitingFor.current = undefined
    if (goesOn) openFirst()
  })
  return () => {
    if (isCurrent) openFirst()
    else waitingFor.current = typed
  }
}
