import { Text, Title } from '@mantine/core'
import { inLanguage } from '@send/shared/texts/language'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { t } from './portal-users-words.ts'

type Seen = RouterOutputs['portalUsers']['viewAs']

/** A portal user's own forms, and those with which they help others. */
export function ViewedForms({ submissions, sharedForms, openComments }: Seen) {
  return (
    <>
      <Title order={3} size="h6" mt="sm">
        {t('portalUsers.viewingForms')}
      </Title>
      {submissions.length === 0 && <Text size="sm">{t('portalUsers.viewingNoForms')}</Text>}
      {submissions.map((form) => (
        <div key={form.submissionId}>
          <Text size="sm" fw={600}>
            {inLanguage(form.title, 'en')}
          </Text>
          <Text size="sm">
            {t(`portalUsers.viewingForm.${form.status}`, {
              day: dateInWords(form.submittedAt ?? form.changedAt),
              reference: form.reference ?? '',
            })}
          </Text>
          <OpenComments count={openComments[form.submissionId]} />
        </div>
      ))}
      {sharedForms.length > 0 && (
        <Title order={3} size="h6" mt="sm">
          {t('portalUsers.viewingShared')}
        </Title>
      )}
      {sharedForms.map(({ submissionId, title, ownerName, role, changedAt }) => (
        <div key={submissionId}>
          <Text size="sm" fw={600}>
            {inLanguage(title, 'en')}
          </Text>
          <Text size="sm">
            {t(`portalUsers.viewingShared.${role}`, { name: ownerName, day: dateInWords(changedAt) })}
          </Text>
          <OpenComments count={openComments[submissionId]} />
        </div>
      ))}
    </>
  )
}

function OpenComments({ count }: { count: number | undefined }) {
  return count === undefined ? null : <Text size="sm">{t('portalUsers.viewingComments', { count })}</Text>
}
