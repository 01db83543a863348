import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { translator } from '@send/shared/texts/translator'

import classes from './work-list.module.css'

const t = translator('en')

/** Shows nothing for 300 ms, then a quiet skeleton: a short wait never flickers. */
export function Waiting({ what }: { what: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className={classes.block} aria-busy="true" aria-label={t('casework.loading', { what })}>
      {late && (
        <Stack gap="xs" p="sm">
          <Skeleton height={20} />
          <Skeleton height={20} width="80%" />
          <Skeleton height={20} width="60%" />
        </Stack>
      )}
    </output>
  )
}

/** Says in the server's own sentence what went wrong, and offers to try again. */
export function Failed({ error, onRetry }: { error: { message: string }; onRetry: () => void }) {
  return (
    <Alert color="red" title={t('casework.failed')} role="alert" m="sm">
      <Text size="sm" mb="xs">
        {error.message}
      </Text>
      <Button size="xs" variant="default" onClick={onRetry}>
        {t('casework.retry')}
      </Button>
    </Alert>
  )
}

/** An empty list: what it means, and what fills it. */
export function Empty({ title, hint }: { title: string; hint: string }) {
  return (
    <Stack gap={4} p="lg" align="flex-start">
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="var(--mantine-color-text)">
        {hint}
      </Text>
    </Stack>
  )
}
