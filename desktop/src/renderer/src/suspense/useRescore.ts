import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'
import { isNotDecided, sayNotDecided, type NotDecided } from './not-decided.ts'

const t = translator('en')

type Person = { personId: string; name: string }
type Outcome = { outcome: 'scored' } | NotDecided

/** What weighs a child again: a person is not the child, that is taken back, or somebody asks. */
export function useRescore(aim: { incomingChildId: string; version: number; childName: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const common = {
    onError: showFailure,
    onSettled: () => queries.invalidateQueries(api.suspense.pathFilter()),
  }
  const reject = useMutation(api.suspense.reject.mutationOptions(common))
  const takeBack = useMutation(api.suspense.takeBack.mutationOptions(common))
  const score = useMutation(api.suspense.score.mutationOptions(common))
  const decision = () => ({
    idempotencyKey: newId(),
    incomingChildId: aim.incomingChildId,
    version: aim.version,
  })
  function say(words: string) {
    return {
      onSuccess: (result: Outcome) =>
        notifications.show(isNotDecided(result) ? sayNotDecided(result) : { message: words }),
    }
  }
  const child = aim.childName
  return {
    busy: reject.isPending || takeBack.isPending || score.isPending,
    reject: ({ personId, name: person }: Person) =>
      reject.mutate({ ...decision(), personId }, say(t('suspense.rejected', { person, child }))),
    takeBack: ({ personId, name: person }: Person) =>
      takeBack.mutate({ ...decision(), personId }, say(t('suspense.takenBack', { person, child }))),
    score: () => score.mutate(decision(), say(t('suspense.scoredAgain', { child }))),
  }
}
