import { Button, Group, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import people from '../../people/people.module.css'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { lastMailInWords } from '../mails/mails-words.ts'
import { AccessNow, AccessPast } from './AccessTables.tsx'
import { AuthenticateDialog } from './AuthenticateDialog.tsx'
import { DisableDialog } from './DisableDialog.tsx'
import { EndAccessDialog, type Ending } from './EndAccessDialog.tsx'
import { kindInWords, stateShapes, t, type Access, type UserDetails } from './portal-users-words.ts'
import { ResetSecondStep } from './ResetSecondStep.tsx'
import type { May } from './ViewBar.tsx'
import { ViewAs } from './ViewAs.tsx'

type Asking =
  { act: 'authenticate' } | { act: 'disable' } | { act: 'viewAs' } | { act: 'end'; access: Access[] }

/** One portal user: who, in what state, which children they see and why, what was; and what can be done. */
export function UserPane({ userId, may }: { userId: string; may: May }) {
  const api = useApi()
  const found = useQuery(api.portalUsers.get.queryOptions({ userId }))
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('portalUsers.title')} />
  const user = found.data
  const active = user.access.filter((access) => access.active)
  const past = user.access.filter((access) => !access.active)
  const close = () => setAsking(undefined)
  if (asking?.act === 'viewAs') return <ViewAs user={user} onLeave={close} />
  return (
    <section aria-label={user.name}>
      <Group gap="md" mb="xs">
        <Title order={2} size="h5">
          {user.name}
        </Title>
        <StatusMark shape={stateShapes[user.state]} word={t(`portalUsers.state.${user.state}`)} />
      </Group>
      <UserFacts user={user} />
      <Group gap="sm" my="sm">
        {user.state === 'open' && (
          <Button size="xs" onClick={() => setAsking({ act: 'authenticate' })}>
            {t('portalUsers.authenticate')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setAsking({ act: 'viewAs' })}>
          {t('portalUsers.viewAs')}
        </Button>
        {active.length > 1 && (
          <Button size="xs" variant="default" onClick={() => setAsking({ act: 'end', access: active })}>
            {t('portalUsers.endAll')}
          </Button>
        )}
        {may.administer && user.state !== 'closed' && (
          <Button size="xs" variant="default" onClick={() => setAsking({ act: 'disable' })}>
            {t(user.state === 'open' ? 'portalUsers.disable' : 'portalUsers.enable')}
          </Button>
        )}
        {may.reset && <ResetSecondStep user={user} />}
      </Group>
      <Title order={3} size="h6" mt="sm">
        {t('portalUsers.now')}
      </Title>
      {active.length === 0 ? (
        <Empty title={t('portalUsers.nowNone')} hint={t('portalUsers.nowNoneHint')} />
      ) : (
        <AccessNow access={active} onEnd={(access) => setAsking({ act: 'end', access: [access] })} />
      )}
      {past.length > 0 && (
        <>
          <Title order={3} size="h6" mt="md">
            {t('portalUsers.history')}
          </Title>
          <AccessPast access={past} />
        </>
      )}
      {asking?.act === 'authenticate' && <AuthenticateDialog user={user} may={may} onClose={close} />}
      {asking?.act === 'disable' && <DisableDialog user={user} onClose={close} />}
      {asking?.act === 'end' && (
        <EndAccessDialog ending={endingOf(user, asking.access)} onClose={close} onEnded={close} />
      )}
    </section>
  )
}

function endingOf(user: UserDetails, access: Access[]): Ending[] {
  return access.map(({ childAccessId, childName, relation }) => ({
    childAccessId,
    childName,
    relation,
    userName: user.name,
  }))
}

function namesOf(organisations: UserDetails['organisations']): string {
  return organisations.map(({ name }) => name).join(', ')
}

function UserFacts({ user }: { user: UserDetails }) {
  const facts = [
    [t('portalUsers.column.kind'), kindInWords(user)],
    [t('portalUsers.email'), user.email],
    [t('portalUsers.phone'), user.phone ?? '—'],
    ...(user.kind === 'professional' ? [[t('portalUsers.jobTitle'), user.jobTitle ?? '—'] as const] : []),
    ...(user.kind === 'professional'
      ? [[t('portalUsers.organisations'), namesOf(user.organisations) || '—'] as const]
      : []),
    ...(user.verification === null
      ? []
      : [[t('pros.verification'), t(`pros.state.${user.verification}`)] as const]),
    [t('portalUsers.registered'), dateInWords(user.createdAt)],
    [
      t('portalUsers.secondStep'),
      t(user.secondStepSet ? 'portalUsers.secondStep.set' : 'portalUsers.secondStep.none'),
    ],
    [t('mails.last'), lastMailInWords(user.lastMail)],
  ] as const
  return (
    <dl className={people.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
