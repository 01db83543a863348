import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'
import { isNotDecided, sayNotDecided, type NotDecided } from './not-decided.ts'

const t = translator('en')

type SettleAim = {
  incomingChildId: string
  version: number
  childName: string
  /** The person on record that the child is; none adds the child as new. */
  person?: { personId: string; name: string } | undefined
}

type SettleOutcome = { outcome: 'settled'; conflicts: number } | NotDecided

/** Matches the child or adds it as new, once however often it is retried, and tells what came of it. */
export function useSettleChild(aim: SettleAim, onDone: () => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const settled = {
    onSuccess: (result: SettleOutcome) => {
      notifications.show(message(aim, result))
      setIdempotencyKey(newId())
      onDone()
    },
    onError: showFailure,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(api.suspense.pathFilter()),
        queries.invalidateQueries(api.chronology.pathFilter()),
        queries.invalidateQueries(api.people.pathFilter()),
        queries.invalidateQueries(api.importConflicts.pathFilter()),
      ]),
  }
  const match = useMutation(api.suspense.match.mutationOptions(settled))
  const addAsNew = useMutation(api.suspense.addAsNew.mutationOptions(settled))
  function settle() {
    const common = { idempotencyKey, incomingChildId: aim.incomingChildId, version: aim.version }
    if (aim.person) match.mutate({ ...common, personId: aim.person.personId })
    else addAsNew.mutate(common)
  }
  return { settle, busy: match.isPending || addAsNew.isPending }
}

function message(aim: SettleAim, result: SettleOutcome): { message: string; color?: string } {
  if (isNotDecided(result)) return sayNotDecided(result)
  const { childName: child, person } = aim
  const done = person ? t('suspense.matched', { child, person: person.name }) : t('suspense.added', { child })
  const { conflicts: count } = result
  return { message: count > 0 ? `${done}. ${t('importConflicts.wait', { count })}` : done }
}
