import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { showUndo } from './show-undo.tsx'
import { useAttempt } from './useAttempt.ts'

const t = translator('en')

/** A change as the server takes it: it is refused when what was there before is not there any more. */
type Change<State> = { idempotencyKey: string; before: State; after: State; reason: string }

type UndoableChange<State> = {
  before: State
  /** Of what is changed, as it is told when it is saved. */
  nameOf: (state: State) => string
  save: (change: Change<State>) => Promise<object>
}

/** What an officer changes on a card, kept apart until it is saved; for ten seconds after that it can be taken back. */
export function useUndoableChange<State>({ before, nameOf, save }: UndoableChange<State>) {
  const [after, setAfter] = useState(before)
  const [isAsking, setIsAsking] = useState(false)
  const undoing = useAttempt(() => {
    // The card may never have been drawn afresh with what was saved: then it still shows that.
    setAfter(before)
    notifications.show({ message: t('administration.undone') })
  })
  const undo = useMutation({ mutationFn: save, ...undoing.handlers })
  const { idempotencyKey, handlers } = useAttempt(() => {
    setIsAsking(false)
    const reason = t('administration.undoReason')
    showUndo(t('administration.saved', { name: nameOf(after) }), () =>
      undo.mutate({ idempotencyKey: newId(), before: after, after: before, reason }),
    )
  })
  const change = useMutation({ mutationFn: save, ...handlers })
  return {
    after,
    setAfter,
    discard: () => setAfter(before),
    isAsking,
    ask: () => setIsAsking(true),
    close: () => setIsAsking(false),
    busy: change.isPending,
    confirm: (reason: string) => change.mutate({ idempotencyKey, before, after, reason }),
  }
}
