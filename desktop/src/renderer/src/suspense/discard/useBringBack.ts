import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { useDecision, type Aim } from '../useDecision.ts'

const t = translator('en')

/** Brings a discarded child back to the queue, with all that hangs on it. */
export function useBringBack(aim: Aim, onDone: () => void) {
  const api = useApi()
  const { decision, telling } = useDecision(aim)
  const done = t('suspense.discard.broughtBack', { child: aim.childName })
  const bringBack = useMutation(api.suspense.bringBack.mutationOptions(telling(done, onDone)))
  return { busy: bringBack.isPending, bringBack: () => bringBack.mutate(decision) }
}
