import { Checkbox } from '@mantine/core'
import { sayInvitation, sayLooks, sayPeriod } from '@send/shared/suspense/undo-words'
import type { ExposedPortalUser, Exposure } from '@send/shared/suspense/undone-match'
import { translator } from '@send/shared/texts/translator'

import type { ChosenAccess } from './useChosenAccess.ts'

const t = translator('en')

type Choice = ChosenAccess & { personRemoved: boolean }
type ExposedPortalUsersProps = {
  exposure: Exposure
  /** Which access goes with the match; without it the list only tells. */
  choice?: Choice
}

/** Portal users who could see something through the match: since when, and whether they looked. */
export function ExposedPortalUsers({ exposure, choice }: ExposedPortalUsersProps) {
  const { portalUsers, invitations } = exposure
  const asks = choice !== undefined && portalUsers.some((user) => isAsked(user, choice))
  return (
    <>
      <section>
        <h3>{t('undo.portalUsers')}</h3>
        {portalUsers.length === 0 && <p>{t('undo.noPortalUsers')}</p>}
        {asks && <p>{t('undo.accessHint')}</p>}
        <ul>
          {portalUsers.map((user) => (
            <li key={user.childAccessId}>
              <strong>{t('undo.portalUser', { name: user.name, email: user.email })}</strong>
              {user.isSender ? `, ${t('undo.sender')}` : ''}: {sayPeriod(user)}; {sayLooks(user)}
              {choice && <AccessChoice user={user} choice={choice} />}
            </li>
          ))}
        </ul>
      </section>
      {invitations.length > 0 && (
        <section>
          <h3>{t('undo.invitations')}</h3>
          <p>{t('undo.invitationsHint')}</p>
          <ul>
            {invitations.map((invitation) => (
              <li key={`${invitation.email} ${invitation.invitedAt}`}>{sayInvitation(invitation)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function isAsked({ recordedSince }: ExposedPortalUser, { personRemoved }: Choice): boolean {
  return recordedSince && !personRemoved
}

function AccessChoice({ user, choice }: { user: ExposedPortalUser; choice: Choice }) {
  if (isAsked(user, choice)) {
    return (
      <Checkbox
        size="xs"
        mt={2}
        label={t('undo.takeAccess')}
        aria-label={`${t('undo.takeAccess')}: ${user.name}`}
        checked={choice.chosen.includes(user.childAccessId)}
        onChange={() => choice.toggle(user.childAccessId)}
      />
    )
  }
  return <div>{choice.personRemoved ? t('undo.accessGoes') : t('undo.accessStays')}</div>
}
