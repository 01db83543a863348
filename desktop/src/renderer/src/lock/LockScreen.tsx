import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState, type SubmitEvent } from 'react'

import type { HeldWork } from '../../../main/lock/window-lock.ts'
import classes from '../shell/shell.module.css'
import { useUnlock } from './useUnlock.ts'

const t = translator('en')

type LockScreenProps = { work: HeldWork; onUnlocked: () => void; onLeave: () => void }

/** Stands in an emptied window: whose work it was, and the two steps that lead back to it. */
export function LockScreen({ work: { name, email }, onUnlocked, onLeave }: LockScreenProps) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const unlock = useUnlock((unlocking) => {
    if (unlocking.outcome === 'unlocked') onUnlocked()
    else if (unlocking.outcome === 'noApp') onLeave()
    else setProblem(t(unlocking.why))
  }, setProblem)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    setProblem(undefined)
    unlock.mutate({ email, password, code })
  }
  return (
    <main className={classes.alone}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Title order={1} size="h3">
            {t('lock.title')}
          </Title>
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm">{email}</Text>
          </div>
          <Text size="sm">{t('lock.hint')}</Text>
          {problem && (
            <Alert role="alert" color="red">
              {problem}
            </Alert>
          )}
          <PasswordInput
            label={t('signIn.password')}
            required
            withAsterisk={false}
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <TextInput
            label={t('signIn.code')}
            required
            withAsterisk={false}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" loading={unlock.isPending}>
            {t('lock.unlock')}
          </Button>
          <Button size="xs" variant="default" disabled={unlock.isPending} onClick={onLeave}>
            {t('lock.leave')}
          </Button>
        </Stack>
      </form>
    </main>
  )
}
