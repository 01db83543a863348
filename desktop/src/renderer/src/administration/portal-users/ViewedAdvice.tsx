import { Text, Title } from '@mantine/core'
import { inLanguage } from '@send/shared/texts/language'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { t } from './portal-users-words.ts'

type Seen = RouterOutputs['portalUsers']['viewAs']

/** The requests for advice that a professional sees. */
export function ViewedAdvice({ advice }: Pick<Seen, 'advice'>) {
  return (
    <>
      <Title order={3} size="h6" mt="sm">
        {t('portalUsers.viewingAdvice')}
      </Title>
      {advice.length === 0 && <Text size="sm">{t('portalUsers.viewingNoAdvice')}</Text>}
      {advice.map(({ adviceRequestId, givenNames, familyName, formTitle, organisation, ...request }) => (
        <div key={adviceRequestId}>
          <Text size="sm" fw={600}>
            {givenNames} {familyName}
            {request.dateOfBirth && ` (${dateInWords(request.dateOfBirth)})`}: {inLanguage(formTitle, 'en')}
          </Text>
          <Text size="sm">
            {t(`portalUsers.viewingAdvice.${request.state}`, {
              organisation,
              due: dateInWords(request.dueOn),
              holder: request.heldBy?.name ?? t('portalUsers.viewingNobody'),
            })}
          </Text>
        </div>
      ))}
    </>
  )
}
