import { useEffect, useRef, useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { bridge } from '../../bridge.ts'
import { startAutosave, type Autosave, type SaveState } from './autosave.ts'

/** Keeps the draft on this computer while it is edited, and at once when the window or the editor is left. */
export function useAutosave(
  draft: Draft,
  keptAt: string | undefined,
): { state: SaveState; autosave: Autosave } {
  const [state, setState] = useState<SaveState>(keptAt ? { kind: 'saved', at: keptAt } : { kind: 'saving' })
  const [autosave] = useState(() => startAutosave(bridge.drafts.save, setState))
  const { formId, baseVersion, definition } = draft
  const isKept = useRef(keptAt !== undefined)
  useEffect(() => {
    // As it was opened, it is on the disk already.
    if (!isKept.current) autosave.change({ formId, baseVersion, definition })
    isKept.current = false
  }, [autosave, formId, baseVersion, definition])
  useEffect(() => {
    function onUnload(event: BeforeUnloadEvent) {
      // The main process then asks whether to close all the same.
      if (autosave.isStuck()) event.preventDefault()
      void autosave.flush()
    }
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      void autosave.flush()
    }
  }, [autosave])
  return { state, autosave }
}
