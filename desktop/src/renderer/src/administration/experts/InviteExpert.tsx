import { Text, Textarea, TextInput } from '@mantine/core'
import { newId } from '@send/shared/values/ids'
import { addDays, dateInLondon, startOfDayInLondon } from '@send/shared/values/plain-date'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { ChooseChild, type Child } from '../portal-users/ChooseChild.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useTell } from '../useTell.ts'
import { t } from './experts-words.ts'

/** A task has an end: within a year, as the server has it. */
const mostDays = 365
const fewestLetters = 3

type InviteExpertProps = { onClose: () => void; onInvited: (invitationId: string) => void }

/** Invites somebody from outside for one child and one task, until a day. */
export function InviteExpert({ onClose, onInvited }: InviteExpertProps) {
  const api = useApi()
  const mayFind = useMay('people', 'read')
  const today = dateInLondon(useNow())
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [child, setChild] = useState<Child | undefined>(undefined)
  const [email, setEmail] = useState('')
  const [task, setTask] = useState('')
  const [lastDay, setLastDay] = useState('')
  const told = useTell<{ invitationId: string }>(
    () => ({ message: t('experts.invited', { email: email.trim() }) }),
    onClose,
  )
  const invite = useMutation(
    api.organisationsAdmin.inviteExpert.mutationOptions({
      ...told,
      onSuccess: (made) => {
        told.onSuccess(made)
        onInvited(made.invitationId)
      },
      onError: (error) => {
        // What is corrected after that is another request.
        setIdempotencyKey(newId())
        told.onError(error)
      },
    }),
  )
  const latest = addDays(today, mostDays)
  const isDayRight = lastDay >= today && lastDay <= latest
  const missing = [
    ...(child ? [] : [t('portalUsers.missing.child')]),
    ...(z.email().safeParse(email.trim()).success ? [] : [t('experts.missing.email')]),
    ...(task.trim().length < fewestLetters ? [t('experts.missing.task')] : []),
    ...(isDayRight ? [] : [t('experts.missing.lastDay')]),
  ]
  function confirm(reason: string) {
    if (!child) return
    const accessEndsAt = startOfDayInLondon(addDays(lastDay, 1)).toISOString()
    const { personId } = child
    invite.mutate({
      idempotencyKey,
      email: email.trim(),
      personId,
      task: task.trim(),
      accessEndsAt,
      reason,
    })
  }
  return (
    <ReasonDialog
      wide
      title={t('experts.inviteTitle')}
      sentence={
        child ? t('experts.inviteSentence', { child: child.name }) : t('experts.inviteSentence.noChild')
      }
      confirm={t('experts.invite')}
      beginsAbove={mayFind}
      busy={invite.isPending}
      reasonHint={t('experts.reasonHint')}
      missing={missing}
      onConfirm={confirm}
      onClose={onClose}
    >
      {mayFind ? (
        <ChooseChild takesFocus chosen={child} onChoose={setChild} />
      ) : (
        <Text size="sm">{t('portalUsers.needsPeople')}</Text>
      )}
      <TextInput
        size="xs"
        type="email"
        maw={360}
        label={t('experts.email')}
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Textarea
        size="xs"
        rows={3}
        label={t('experts.task')}
        descriptionProps={{ c: 'var(--mantine-color-text)' }}
        description={t('experts.taskHint')}
        maxLength={1000}
        value={task}
        onChange={(event) => setTask(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        type="date"
        maw={280}
        min={today}
        max={latest}
        label={t('experts.lastDay')}
        error={lastDay !== '' && !isDayRight && t('experts.lastDayWrong')}
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
      />
    </ReasonDialog>
  )
}
