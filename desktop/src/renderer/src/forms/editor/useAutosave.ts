import { useEffect, useRef, useState } from 'react'

import { bridge } from '../../bridge.ts'
import { saveChangedPages } from './save-changed-pages.ts'
import type { HistoryKeeper } from './keep-history.ts'
import { startAutosave, type Autosave, type DraftToSave, type SaveState } from './autosave.ts'

/** Keeps the draft on this computer while it is edited, and at once when the window or the editor is left. */
export function useAutosave(
  draft: DraftToSave,
  { keptAt, keeper }: { keptAt: string | undefined; keeper: HistoryKeeper },
): { state: SaveState; autosave: Autosave } {
  const [state, setState] = useState<SaveState>(keptAt ? { kind: 'saved', at: keptAt } : { kind: 'saving' })
  const [autosave] = useState(() => startAutosave(saveChangedPages(bridge.drafts.save, keeper), setState))
  const { formId, baseVersion, definition, takenIn, history } = draft
  const isKept = useRef(keptAt !== undefined)
  useEffect(() => {
    // As it was opened, it is on the disk already.
    const taken = takenIn === undefined ? {} : { takenIn }
    if (!isKept.current)
      autosave.change({ formId, baseVersion, definition, ...taken, ...(history && { history }) })
    isKept.current = false
  }, [autosave, formId, baseVersion, definition, takenIn, history])
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
