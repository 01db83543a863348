import type { ContactEntry } from '@send/shared/people/family/contacts'
import type { RelationshipEntry } from '@send/shared/people/family/relationships'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import type { Meanwhile, Merged } from './family-words.ts'

type Answer =
  | { outcome: 'added' | 'removed' }
  | { outcome: 'corrected'; version: number }
  | { outcome: 'refused'; reason: 'alreadyThere' | 'circle' }
  | Meanwhile
  | Merged

type Answers = {
  /** The version that stands now, of what was corrected. */
  onDone: (version: number) => void
  onRefused: (reason: 'alreadyThere' | 'circle') => void
  onMeanwhile: (meanwhile: Meanwhile) => void
}

/** What every change of a family or a contact has in common: done once however often it is retried, and told as it ended. */
function useAnswers({ onDone, onRefused, onMeanwhile }: Answers) {
  const api = useApi()
  const queries = useQueryClient()
  const attempt = useRef({ key: '', of: '' })
  const [merged, setMerged] = useState<Merged | undefined>(undefined)
  function onSuccess(answer: Answer) {
    attempt.current = { key: '', of: '' }
    switch (answer.outcome) {
      case 'refused':
        return onRefused(answer.reason)
      case 'changedMeanwhile':
        return onMeanwhile(answer)
      case 'merged':
        return setMerged(answer)
      default:
        return onDone('version' in answer ? answer.version : 1)
    }
  }
  /** What is changed after a failure is another request than the one that may have been done. */
  function once<Request>(request: Request): Request & { idempotencyKey: string } {
    const of = JSON.stringify(request)
    if (attempt.current.of !== of) attempt.current = { key: newId(), of }
    return { idempotencyKey: attempt.current.key, ...request }
  }
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries(api.family.pathFilter()),
      queries.invalidateQueries(api.suspense.pathFilter()),
    ])
  return { once, merged, options: { onSuccess, onError: showFailure, onSettled } }
}

type MeantRelationship = { personId: string; relationshipId: string; version: number }
type MeantContact = { personId: string; contactId: string; version: number }

/** Records, corrects, ends or removes what an adult is to a child. */
export function useRelationship(answers: Answers) {
  const api = useApi()
  const { once, merged, options } = useAnswers(answers)
  const adding = useMutation(api.family.add.mutationOptions(options))
  const correcting = useMutation(api.family.correct.mutationOptions(options))
  const removing = useMutation(api.family.remove.mutationOptions(options))
  return {
    add: (request: { childId: string; carerId: string; entry: RelationshipEntry }) =>
      adding.mutate(once(request)),
    correct: (request: MeantRelationship & { entry: RelationshipEntry }) => correcting.mutate(once(request)),
    remove: (request: MeantRelationship) => removing.mutate(once(request)),
    /** The record was merged while this was open: nothing was done. */
    merged,
    busy: adding.isPending || correcting.isPending || removing.isPending,
  }
}

/** Records, corrects, ends or removes how a person is reached. */
export function useContact(answers: Answers) {
  const api = useApi()
  const { once, merged, options } = useAnswers(answers)
  const adding = useMutation(api.contacts.add.mutationOptions(options))
  const correcting = useMutation(api.contacts.correct.mutationOptions(options))
  const removing = useMutation(api.contacts.remove.mutationOptions(options))
  return {
    add: (request: { personId: string; entry: ContactEntry }) => adding.mutate(once(request)),
    correct: (request: MeantContact & { entry: ContactEntry }) => correcting.mutate(once(request)),
    remove: (request: MeantContact) => removing.mutate(once(request)),
    /** The record was merged while this was open: nothing was done. */
    merged,
    busy: adding.isPending || correcting.isPending || removing.isPending,
  }
}
