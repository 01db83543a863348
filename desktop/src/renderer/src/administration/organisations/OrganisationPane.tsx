import { Alert, Button, Group, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { InviteForm } from './InviteForm.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { OrganisationPeople } from './OrganisationPeople.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { questionOf, useOrganisationActs, type Act } from './useOrganisationActs.ts'

const t = translator('en')

type Details = RouterOutputs['organisationsAdmin']['get']
type OpenDialog = { kind: 'rename' | 'invite' } | { kind: 'act'; act: Act } | undefined

/** One organisation: what it is, who belongs to it, who asks to and who is invited; `mayChange` shows the acts. */
export function OrganisationPane({
  organisationId,
  mayChange,
}: {
  organisationId: string
  mayChange: boolean
}) {
  const api = useApi()
  const found = useQuery(api.organisationsAdmin.get.queryOptions({ organisationId }))
  const [dialog, setDialog] = useState<OpenDialog>(undefined)
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('orgs.title')} />
  const organisation = found.data
  const isOpen = organisation.closedAt === null
  const close = () => setDialog(undefined)
  const ask = mayChange && isOpen ? (act: Act) => setDialog({ kind: 'act', act }) : undefined
  return (
    <>
      <Title order={2} size="h5">
        {organisation.name}
      </Title>
      {mayChange && isOpen ? (
        <Group gap="xs" my="xs">
          <Button size="compact-xs" variant="default" onClick={() => setDialog({ kind: 'invite' })}>
            {t('orgs.invite')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setDialog({ kind: 'rename' })}>
            {t('orgs.rename')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => ask?.({ kind: 'close' })}>
            {t('orgs.close')}
          </Button>
        </Group>
      ) : null}
      <Notes organisation={organisation} />
      <OrganisationPeople organisation={organisation} onAct={ask} />
      {dialog?.kind === 'rename' ? <OrganisationForm existing={organisation} onClose={close} /> : null}
      {dialog?.kind === 'invite' ? <InviteForm organisation={organisation} onClose={close} /> : null}
      {dialog?.kind === 'act' ? (
        <ActDialog organisation={organisation} act={dialog.act} onClose={close} />
      ) : null}
    </>
  )
}

/** What an officer should know before anything else: closed, without a lead, or with children nobody looks after. */
function Notes({ organisation }: { organisation: Details }) {
  const { closedAt, leads, members, childrenWithoutMember } = organisation
  const notes = [
    closedAt ? t('orgs.closedOn', { day: dateInWords(closedAt) }) : '',
    !closedAt && leads === 0 && members > 0 ? t('orgs.leaderless') : '',
    childrenWithoutMember > 0 ? t('orgs.orphans', { count: childrenWithoutMember }) : '',
  ].filter(Boolean)
  return notes.map((note) => (
    <Alert key={note} color="yellow" my="xs" p="xs">
      {note}
    </Alert>
  ))
}

function ActDialog({ organisation, act, onClose }: { organisation: Details; act: Act; onClose: () => void }) {
  const { perform, busy } = useOrganisationActs(organisation, act, onClose)
  return (
    <ReasonDialog {...questionOf(act, organisation.name)} busy={busy} onConfirm={perform} onClose={onClose} />
  )
}
