import { Button, Group, Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import type { ReactNode } from 'react'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { InvitationRow } from './InvitationRow.tsx'
import classes from './organisations.module.css'
import type { Act } from './useOrganisationActs.ts'

const t = translator('en')

type Details = RouterOutputs['organisationsAdmin']['get']
type OrganisationPeopleProps = { organisation: Details; onAct: ((act: Act) => void) | undefined }

/** Requests first, because they wait for somebody; then members, then invitations. */
export function OrganisationPeople({ organisation, onAct }: OrganisationPeopleProps) {
  const { people, requests, invitations } = organisation
  return (
    <>
      {requests.length > 0 ? (
        <Section title={t('orgs.requests')}>
          {requests.map(({ userId, name, email, since }) => (
            <Row
              key={userId}
              name={name}
              facts={[email, t('orgs.askedOn', { day: dateInWords(since) })]}
              acts={[
                { kind: 'accept', userId, person: name },
                { kind: 'refuse', userId, person: name },
              ]}
              onAct={onAct}
            />
          ))}
        </Section>
      ) : null}
      <Section title={t('orgs.people')}>
        {people.map(({ userId, name, email, role, jobTitle }) => (
          <Row
            key={userId}
            name={name}
            facts={[t(`orgs.role.${role}`), jobTitle ?? '', email]}
            acts={[
              ...(role === 'member' ? [{ kind: 'appoint' as const, userId, person: name }] : []),
              { kind: 'remove', userId, person: name },
            ]}
            onAct={onAct}
          />
        ))}
      </Section>
      {people.length === 0 ? <Text size="sm">{t('orgs.nobody')}</Text> : null}
      {invitations.length > 0 ? (
        <Section title={t('orgs.invitations')}>
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.invitationId}
              organisationId={organisation.organisationId}
              invitation={invitation}
              mayChange={onAct !== undefined}
            />
          ))}
        </Section>
      ) : null}
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={3} size="h6">
        {title}
      </Title>
      <ul className={classes.list}>{children}</ul>
    </section>
  )
}

type PersonAct = Exclude<Act, { kind: 'close' }>
type RowProps = {
  name: string
  facts: string[]
  acts: PersonAct[]
  onAct: ((act: Act) => void) | undefined
}

function Row({ name, facts, acts, onAct }: RowProps) {
  return (
    <li className={classes.row}>
      <span>
        <strong>{name}</strong> {facts.filter(Boolean).join(', ')}
      </span>
      {onAct ? (
        <Group gap={4} wrap="nowrap">
          {acts.map((act) => {
            const words = t(act.kind === 'appoint' ? 'orgs.appointLead' : `orgs.${act.kind}`)
            return (
              <Button
                key={act.kind}
                size="compact-xs"
                variant="default"
                aria-label={`${words}: ${name}`}
                onClick={() => onAct(act)}
              >
                {words}
              </Button>
            )
          })}
        </Group>
      ) : null}
    </li>
  )
}
