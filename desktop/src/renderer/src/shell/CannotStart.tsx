import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useState } from 'react'

import { bridge } from '../bridge.ts'
import { FormBuilderScreen } from '../forms/FormBuilderScreen.tsx'
import classes from './shell.module.css'

const t = translator('en')

type CannotStartProps = { sentence: string; isTrying: boolean; onRetry: () => void }

/**
 * Says that the server does not answer, and tries again when asked or when it is back. Forms can be drafted
 * meanwhile, because drafts hold nothing about a child; then nothing interrupts until the officer leaves.
 */
export function CannotStart({ sentence, isTrying, onRetry }: CannotStartProps) {
  const [drafting, setDrafting] = useState(false)
  useEffect(
    () => (drafting ? undefined : bridge.connection.onChange((connected) => connected && onRetry())),
    [drafting, onRetry],
  )
  function stopDrafting() {
    setDrafting(false)
    onRetry()
  }
  if (drafting) {
    return (
      <div className={classes.withoutServer}>
        <header className={classes.bar}>
          <span>{t('shell.draftingAlone')}</span>
          <Button size="compact-xs" variant="default" onClick={stopDrafting}>
            {t('shell.stopDrafting')}
          </Button>
        </header>
        <main className={classes.content}>
          <FormBuilderScreen />
        </main>
      </div>
    )
  }
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
          <Button size="xs" variant="default" onClick={() => setDrafting(true)}>
            {t('shell.draftAlone')}
          </Button>
        </Group>
      </Stack>
    </main>
  )
}
