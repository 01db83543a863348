import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useEffect } from 'react'

import { bridge } from '../bridge.ts'
import classes from './shell.module.css'

const t = translator('en')

type CannotStartProps = { sentence: string; isTrying: boolean; onRetry: () => void; onDraft: () => void }

/** Says that the server does not answer, tries again when asked or when it is back, and offers to draft meanwhile. */
export function CannotStart({ sentence, isTrying, onRetry, onDraft }: CannotStartProps) {
  useEffect(() => bridge.connection.onChange((connected) => connected && onRetry()), [onRetry])
  return (
    <main className={classes.alone}>
      <Stack gap="sm" align="flex-start">
        <Title order={1} size="h3">
          {t('shell.cannotStart')}
        </Title>
        <Alert role="alert" color="red">
          {sentence}
        </Alert>
        <Text size="sm">{t('shell.cannotStartHint')}</Text>
        <Group gap="sm">
          <Button size="xs" loading={isTrying} onClick={onRetry}>
            {t('casework.retry')}
          </Button>
          <Button size="xs" variant="default" onClick={onDraft}>
            {t('shell.draftAlone')}
          </Button>
        </Group>
      </Stack>
    </main>
  )
}
