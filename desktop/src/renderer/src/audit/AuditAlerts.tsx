import { Alert, Button, Group } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'
import { secondInWords } from './audit-words.ts'
import classes from './audit.module.css'
import type { Found } from './FindOne.tsx'

const t = translator('en')

/** The alerts that nobody has looked into yet; nothing when there are none. */
export function AuditAlerts({ onShow }: { onShow: (user: Found) => void }) {
  const api = useApi()
  const queries = useQueryClient()
  const { data } = useQuery(api.audit.alerts.queryOptions({}, { refetchInterval: 60_000 }))
  const mark = useMutation(
    api.audit.markSeen.mutationOptions({
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.audit.alerts.queryFilter()),
    }),
  )
  const unseen = data?.alerts.filter(({ seen }) => seen === null) ?? []
  if (unseen.length === 0) return null
  return (
    <section className={classes.alerts} aria-label={t('audit.alerts')}>
      {unseen.map(({ alertId, who, children, raisedAt }) => (
        <Alert key={alertId} color="orange" p="xs">
          <Group gap="sm" justify="space-between">
            <span>
              {t('audit.alert.manyChildren', {
                name: who.name,
                count: children,
                time: secondInWords(raisedAt),
              })}
            </span>
            <Group gap="xs">
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onShow({ id: who.userId, name: who.name, hint: who.email })}
              >
                {t('audit.alert.show')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                loading={mark.isPending}
                onClick={() => mark.mutate({ alertId })}
              >
                {t('audit.alert.markSeen')}
              </Button>
            </Group>
          </Group>
        </Alert>
      ))}
    </section>
  )
}
