import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { useTell } from '../useTell.ts'

const t = translator('en')

/** An act on an organisation or on somebody in it that asks for a reason first. */
export type Act =
  { kind: 'close' } | { kind: 'accept' | 'refuse' | 'appoint' | 'remove'; userId: string; person: string }

type Organisation = { organisationId: string; name: string }

/** The words of the question before an act. */
export function questionOf(act: Act, name: string): { title: string; sentence: string; confirm: string } {
  if (act.kind === 'close') {
    return {
      title: t('orgs.closeTitle', { name }),
      sentence: t('orgs.closeSentence'),
      confirm: t('orgs.close'),
    }
  }
  const { kind, person } = act
  return {
    title: t(`orgs.${kind}Title`, { person }),
    sentence: t(`orgs.${kind}Sentence`, { person, name }),
    confirm: t(kind === 'appoint' ? 'orgs.appointLead' : `orgs.${kind}`),
  }
}

/** Does an act with its reason, once however often it is retried, and tells what came of it. */
export function useOrganisationActs({ organisationId, name }: Organisation, act: Act, onDone: () => void) {
  const api = useApi()
  const [idempotencyKey] = useState(newId)
  const person = act.kind === 'close' ? '' : act.person
  const say = (message: string) => () => ({ message })
  const close = useMutation(
    api.organisationsAdmin.close.mutationOptions(useTell(say(t('orgs.closed', { name })), onDone)),
  )
  const appoint = useMutation(
    api.organisationsAdmin.appointLead.mutationOptions(useTell(say(t('orgs.appointed', { person })), onDone)),
  )
  const remove = useMutation(
    api.organisationsAdmin.removeMember.mutationOptions(
      useTell(say(t('orgs.removed', { person, name })), onDone),
    ),
  )
  const decide = useMutation(api.organisationsAdmin.decideRequest.mutationOptions(useTell(decided, onDone)))
  function perform(reason: string) {
    if (act.kind === 'close') return close.mutate({ idempotencyKey, organisationId, reason })
    const { kind: decision, userId } = act
    const member = { organisationId, userId, reason }
    if (decision === 'appoint') return appoint.mutate(member)
    if (decision === 'remove') return remove.mutate(member)
    return decide.mutate({ ...member, idempotencyKey, decision })
  }
  return { perform, busy: [close, appoint, remove, decide].some(({ isPending }) => isPending) }
}

type Decided = RouterOutputs['organisationsAdmin']['decideRequest']

function decided(result: Decided): { message: string; color?: string } {
  if (result.outcome === 'decided') return { message: t('orgs.decided') }
  const { by, at } = result
  const when = momentInWords(at)
  const message = by ? t('orgs.alreadyHandledBy', { by, when }) : t('orgs.alreadyHandled', { when })
  return { color: 'yellow', message }
}
