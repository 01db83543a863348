import { Checkbox, Group, TextInput } from '@mantine/core'
import { childScopes, type ChildScope } from '@send/shared/accounts/child-access'
import { addDays, dateInLondon, startOfDayInLondon } from '@send/shared/values/plain-date'

import { useNow } from '../../submissions/work-list/useNow.ts'
import { t } from './portal-users-words.ts'

export type Granted = {
  scopes: readonly ChildScope[]
  /** The last day, or '' for no end. */
  lastDay: string
}

/** A parent sees how the case goes unless the officer chooses more. */
export const usualGrant: Granted = { scopes: ['progress'], lastDay: '' }

/** What of a grant cannot be recorded yet, in words. */
export function missingOf({ scopes, lastDay }: Granted, now: Date): string[] {
  return [
    ...(scopes.length === 0 ? [t('portalUsers.missing.scopes')] : []),
    ...(lastDay !== '' && lastDay < dateInLondon(now) ? [t('portalUsers.missing.end')] : []),
  ]
}

/** A grant as the server takes it: it ends when its last day is over. */
export function grantInput({ scopes, lastDay }: Granted): { scopes: ChildScope[]; endsAt?: string } {
  const end = lastDay === '' ? {} : { endsAt: startOfDayInLondon(addDays(lastDay, 1)).toISOString() }
  return { scopes: [...scopes], ...end }
}

type GrantFieldsProps = { granted: Granted; onChange: (granted: Granted) => void }

/** What somebody may see of a child, and until when. */
export function GrantFields({ granted, onChange }: GrantFieldsProps) {
  const today = dateInLondon(useNow())
  const isPast = granted.lastDay !== '' && granted.lastDay < today
  return (
    <>
      <Checkbox.Group
        size="xs"
        label={t('portalUsers.scopes')}
        value={[...granted.scopes]}
        onChange={(values) =>
          onChange({ ...granted, scopes: childScopes.filter((scope) => values.includes(scope)) })
        }
      >
        <Group gap="md" mt={4}>
          {childScopes.map((scope) => (
            <Checkbox key={scope} size="xs" value={scope} label={t(`portalUsers.scope.${scope}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        size="xs"
        type="date"
        maw={280}

        label={t('portalUsers.endsOn')}
        error={isPast && t('portalUsers.endsPast')}
        value={granted.lastDay}
        onChange={(event) => onChange({ ...granted, lastDay: event.currentTarget.value })}
      />
    </>
  )
}
