import { NativeSelect, Text } from '@mantine/core'

import { t, type UserDetails } from './portal-users-words.ts'

type ThroughOrganisationProps = {
  organisations: UserDetails['organisations']
  /** The id of one; undefined as themselves. */
  chosen: string | undefined
  onChoose: (organisationId: string | undefined) => void
}

/** Whether a professional sees a child as themselves or for an organisation, which decides when it ends. */
export function ThroughOrganisation({ organisations, chosen, onChoose }: ThroughOrganisationProps) {
  if (organisations.length === 0) return <Text size="sm">{t('portalUsers.throughNone')}</Text>
  return (
    <NativeSelect
      size="xs"
      maw={420}
      label={t('portalUsers.throughWhom')}
      descriptionProps={{ c: 'var(--mantine-color-text)' }}
      description={t('portalUsers.throughHint')}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? undefined : value)}
      data={[
        { value: '', label: t('portalUsers.throughNobody') },
        ...organisations.map(({ organisationId, name }) => ({
          value: organisationId,
          label: t('portalUsers.throughOrganisation', { name }),
        })),
      ]}
    />
  )
}
