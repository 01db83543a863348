import { useCallback, useEffect, useRef, useState } from 'react'

/** Moves the focus to what is found once everything that was asked for with it is drawn. */
export function useFocusWhenDrawn(find: () => HTMLElement | null | undefined): () => void {
  const [asked, setAsked] = useState(0)
  const latest = useRef(find)
  useEffect(() => {
    latest.current = find
  })
  useEffect(() => {
    if (asked > 0) latest.current()?.focus()
  }, [asked])
  return useCallback(() => setAsked((before) => before + 1), [])
}
