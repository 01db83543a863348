import { Button, Group, Text, Title } from '@mantine/core'
import { canWithdrawExpert } from '@send/shared/accounts/outside-experts'
import { lastDayBefore } from '@send/shared/values/plain-date'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import people from '../../people/people.module.css'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from '../administration.module.css'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useTell } from '../useTell.ts'
import { expertName, expertShapes, t, type Expert } from './experts-words.ts'

/** One expert: for which child, to do what, until when; and the way to take it back. */
export function ExpertPane({ expert }: { expert: Expert }) {
  const [isAsking, setIsAsking] = useState(false)
  const { state, childName, task } = expert
  return (
    <section aria-label={expertName(expert)}>
      <Group gap="md" mb="xs">
        <Title order={2} size="h5">
          {expertName(expert)}
        </Title>
        <StatusMark shape={expertShapes[state]} word={t(`experts.state.${state}`)} />
      </Group>
      <dl className={people.facts}>
        {factsOf(expert).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Title order={3} size="h6" mt="sm">
        {t('experts.taskFor', { child: childName })}
      </Title>
      <Text size="sm" className={classes.words ?? ''} maw={720}>
        {task}
      </Text>
      {canWithdrawExpert(state) && (
        <Button size="xs" variant="default" mt="sm" onClick={() => setIsAsking(true)}>
          {t('experts.withdraw')}
        </Button>
      )}
      {isAsking && <WithdrawExpert expert={expert} onClose={() => setIsAsking(false)} />}
    </section>
  )
}

function factsOf(expert: Expert): (readonly [string, string])[] {
  const { email, invitedBy, invitedAt, acceptedAt, expiresAt, accessEndsAt, state } = expert
  return [
    [t('experts.email'), email],
    [t('experts.column.invited'), t('experts.invitedBy', { by: invitedBy, when: momentInWords(invitedAt) })],
    acceptedAt
      ? [t('experts.accepted'), momentInWords(acceptedAt)]
      : [t(state === 'invited' ? 'experts.linkUntil' : 'experts.linkEnded'), momentInWords(expiresAt)],
    [t('experts.lastDay'), dateInWords(lastDayBefore(new Date(accessEndsAt)))],
  ]
}

function WithdrawExpert({ expert, onClose }: { expert: Expert; onClose: () => void }) {
  const api = useApi()
  const { invitationId, state, childName: child } = expert
  const name = expertName(expert)
  const told = useTell<{ outcome: 'withdrawn' | 'alreadyHandled' }>(
    ({ outcome }) =>
      outcome === 'withdrawn'
        ? { message: t('experts.withdrawn', { name }) }
        : { color: 'yellow', message: t('experts.alreadyHandled') },
    onClose,
  )
  const withdraw = useMutation(api.organisationsAdmin.withdrawExpert.mutationOptions(told))
  return (
    <ReasonDialog
      title={t('experts.withdrawTitle', { name })}
      sentence={t(state === 'active' ? 'experts.withdrawSentence' : 'experts.withdrawLink', { child })}
      confirm={t('experts.withdraw')}
      hurts
      busy={withdraw.isPending}
      onConfirm={(reason) => withdraw.mutate({ invitationId, reason })}
      onClose={onClose}
    />
  )
}
