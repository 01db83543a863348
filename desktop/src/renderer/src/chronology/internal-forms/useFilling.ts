import { newId } from '@send/shared/values/ids'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { apiClient, type RouterOutputs } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { isAllKept, openFilling } from './filling.ts'
import { startFilling, type FillingStore, type FillingView } from './save-filling.ts'

type Details = RouterOutputs['internalForms']['get']

/**
 * What could not be kept when a form was left, by who typed it: it is in this window's memory alone, never on the disk, and
 * is there again when the same officer opens the form.
 */
const left = new Map<string, FillingStore>()

/** Keeps a form with the server while it is filled in, at once when it is left or the window is closed. */
export function useFilling(details: Details, userId: string): { store: FillingStore; view: FillingView } {
  const { internalFormId } = details
  const place = `${userId} ${internalFormId}`
  const [store] = useState(() => left.get(place) ?? open(details))
  const view = useSyncExternalStore(store.subscribe, store.view)
  useEffect(() => {
    left.delete(place)
    void store.flush()
    const stopHearing = bridge.connection.onChange((connected) => void (connected && store.flush()))
    /** What can still be kept and is not; for a form that a colleague closed nothing can, which its screen says. */
    function isStillToKeep(): boolean {
      const { filling, closed } = store.view()
      return !closed && !isAllKept(filling)
    }
    function onUnload(event: BeforeUnloadEvent) {
      // The main process then asks whether to close all the same.
      if (isStillToKeep()) event.preventDefault()
      void store.flush()
    }
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      stopHearing()
      if (isStillToKeep()) left.set(place, store)
      void store.flush().then((kept) => {
        store.pause()
        if (kept) left.delete(place)
      })
    }
  }, [store, place])
  return { store, view }
}

function open({ internalFormId, answers, revision, changedAt }: Details): FillingStore {
  const windowId = newId()
  return startFilling(openFilling(answers, revision), changedAt, (request) =>
    apiClient.internalForms.save.mutate({ internalFormId, windowId, ...request }),
  )
}
