import { Box, Text } from '@mantine/core'
import type { Grant } from '@send/shared/accounts/business-processes'
import { translator } from '@send/shared/texts/translator'

import { apiClient, type RouterOutputs } from '../api.ts'
import classes from './administration.module.css'
import { CheckList } from './CheckList.tsx'
import { grantInWords, grantsTogether } from './grant-words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { UnsavedChange } from './UnsavedChange.tsx'
import { useUndoableChange } from './useUndoableChange.ts'
import type { StaffGroup } from './GroupsScreen.tsx'
import type { StaffUser } from './UsersScreen.tsx'

const t = translator('en')

type UserMembershipsProps = {
  user: StaffUser
  groups: readonly StaffGroup[]
  seats: RouterOutputs['administration']['listSeats']['seats']
  mayChange: boolean
}

/** The groups, posts and teams of an account, and what it may do with them. */
export function UserMemberships({ user, groups, seats, mayChange }: UserMembershipsProps) {
  const { name, userId } = user
  const before = { groupIds: user.groupIds, postIds: user.postIds, teamIds: user.teamIds }
  const change = useUndoableChange({
    before,
    nameOf: () => name,
    save: (changed) => apiClient.administration.changeMemberships.mutate({ userId, ...changed }),
  })
  const { after, setAfter } = change
  const kinds = ['groupIds', 'postIds', 'teamIds'] as const
  const joins = kinds.some((kind) => after[kind].some((id) => !before[kind].includes(id)))
  const leaves = kinds.some((kind) => before[kind].some((id) => !after[kind].includes(id)))
  const grants = grantsTogether(groups.filter(({ groupId }) => after.groupIds.includes(groupId)))
  const seatsOf = (kind: 'post' | 'team') =>
    seats.filter((seat) => seat.kind === kind).map((seat) => ({ id: seat.seatId, name: seat.name }))
  return (
    <>
      <div className={classes.columns}>
        <CheckList
          legend={t('users.groups')}
          items={groups.map((group) => ({ id: group.groupId, name: group.name }))}
          checked={after.groupIds}
          disabled={!mayChange}
          onChange={(groupIds) => setAfter({ ...after, groupIds })}
        />
        <CheckList
          legend={t('users.posts')}
          items={seatsOf('post')}
          checked={after.postIds}
          disabled={!mayChange}
          onChange={(postIds) => setAfter({ ...after, postIds })}
        />
        <CheckList
          legend={t('users.teams')}
          items={seatsOf('team')}
          checked={after.teamIds}
          disabled={!mayChange}
          onChange={(teamIds) => setAfter({ ...after, teamIds })}
        />
        <GrantedTo name={name} grants={grants} />
      </div>
      {(joins || leaves) && (
        <Box mt="sm">
          <UnsavedChange onSave={change.ask} onDiscard={change.discard} />
        </Box>
      )}
      {change.isAsking && (
        <ReasonDialog
          title={t('users.membershipsTitle', { name })}
          sentence={t('users.membershipsSentence', { name })}
          confirm={t('administration.save')}
          asksWhy={joins}
          reasonHint={t('administration.gainHint')}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        />
      )}
    </>
  )
}

function GrantedTo({ name, grants }: { name: string; grants: readonly Grant[] }) {
  if (grants.length === 0) return <Text size="sm">{t('users.grantsNothing', { name })}</Text>
  return (
    <section className={classes.checks} aria-label={t('users.grants', { name })}>
      <Text size="sm" fw={600}>
        {t('users.grants', { name })}
      </Text>
      <ul className={classes.names}>
        {grants.map((grant) => (
          <li key={grant}>{grantInWords(grant)}</li>
        ))}
      </ul>
    </section>
  )
}
