import { Button, Group, Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import type { RouterOutputs } from '../api.ts'
import { momentInWords } from '../submissions/work-list/date-words.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { RenameUser } from './RenameUser.tsx'
import { ResetSignIn } from './ResetSignIn.tsx'
import { SetDisabled } from './SetDisabled.tsx'
import { UserMemberships } from './UserMemberships.tsx'
import type { StaffGroup } from './GroupsScreen.tsx'
import type { StaffUser } from './UsersScreen.tsx'

const t = translator('en')

type UserCardProps = {
  user: StaffUser
  groups: readonly StaffGroup[]
  seats: RouterOutputs['administration']['listSeats']['seats']
  mayChange: boolean
}

/** One account: how it gets in, and what it belongs to; R resets the sign-in, D disables. */
export function UserCard({ user, groups, seats, mayChange }: UserCardProps) {
  const [asking, setAsking] = useState<'rename' | 'reset' | 'disable' | undefined>(undefined)
  const close = () => setAsking(undefined)
  const enabled = user.state !== 'disabled'
  useScreenKeys(
    mayChange
      ? {
          e: () => setAsking('rename'),
          r: () => enabled && setAsking('reset'),
          d: () => setAsking('disable'),
        }
      : {},
  )
  return (
    <section aria-label={user.name}>
      <Title order={2} size="h5">
        {user.name}
      </Title>
      <Text size="sm" mb="xs">
        {user.email} · {t(`users.state.${user.state}`)}
        {user.state === 'invited' && ` · ${codeInWords(user.startingCodeUntil)}`}
      </Text>
      {mayChange && (
        <Group gap="sm" mb="sm">
          <Button size="xs" variant="default" aria-keyshortcuts="e" onClick={() => setAsking('rename')}>
            {t('users.rename')}
          </Button>
          {enabled && (
            <Button size="xs" variant="default" aria-keyshortcuts="r" onClick={() => setAsking('reset')}>
              {user.state === 'active' ? t('users.reset') : t('users.code')}
            </Button>
          )}
          <Button size="xs" variant="default" aria-keyshortcuts="d" onClick={() => setAsking('disable')}>
            {enabled ? t('users.disable') : t('users.enable')}
          </Button>
        </Group>
      )}
      <UserMemberships
        // Drawn afresh when a colleague or this officer has changed it.
        key={JSON.stringify([user.groupIds, user.postIds, user.teamIds])}
        user={user}
        groups={groups}
        seats={seats}
        mayChange={mayChange}
      />
      {asking === 'rename' && <RenameUser user={user} onClose={close} />}
      {asking === 'reset' && <ResetSignIn user={user} onClose={close} />}
      {asking === 'disable' && <SetDisabled user={user} onClose={close} />}
    </section>
  )
}

function codeInWords(until: string | null): string {
  return until ? t('users.codeOpen', { when: momentInWords(until) }) : t('users.codeNone')
}
