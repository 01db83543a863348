import { Button, Group, Text, Title } from '@mantine/core'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import own from './portal-users.module.css'
import { t } from './portal-users-words.ts'
import { ViewedAdvice } from './ViewedAdvice.tsx'
import { ViewedForms } from './ViewedForms.tsx'

type Seen = RouterOutputs['portalUsers']['viewAs']

/** What a portal user sees, in a frame that nobody takes for one's own work; Esc leaves. */
export function ViewedAs({ seen, onLeave }: { seen: Seen; onLeave: () => void }) {
  useScreenKeys({ Escape: onLeave })
  return (
    <section className={own.viewing} aria-label={t('portalUsers.viewing', { name: seen.name })}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('portalUsers.viewing', { name: seen.name })}
        </Title>
        <Button size="xs" autoFocus onClick={onLeave}>
          {t('portalUsers.viewingLeave')}
        </Button>
      </Group>
      <Text size="sm" mb="sm">
        {t('portalUsers.viewingHint')}
      </Text>
      <Title order={3} size="h6">
        {t('portalUsers.viewingChildren')}
      </Title>
      {seen.children.length === 0 && <Text size="sm">{t('portalUsers.viewingNoChildren')}</Text>}
      {seen.children.map((child) => (
        <div key={child.personId}>
          <Text size="sm" fw={600}>
            {child.givenNames} {child.familyName}
          </Text>
          {child.asked && (
            <Text size="sm" className={own.words ?? ''}>
              {t('portalUsers.viewingTask', { task: child.asked.task })}
            </Text>
          )}
          {child.involvements.length === 0 && <Text size="sm">{t('portalUsers.viewingNoCase')}</Text>}
          {child.involvements.map(({ involvementId, receivedOn, decisionDueOn }) => (
            <Text key={involvementId} size="sm">
              {t('portalUsers.viewingCase', {
                received: dateInWords(receivedOn),
                due: dateInWords(decisionDueOn),
              })}
            </Text>
          ))}
        </div>
      ))}
      <ViewedForms {...seen} />
      {seen.kind === 'professional' && <ViewedAdvice advice={seen.advice} />}
    </section>
  )
}
