import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { useApi } from '../api.ts'

const t = translator('en')

type FirstSignInProps = { onStarted: () => void; onBack: () => void }

/** Trades the starting code of an administrator for a password of one's own. */
export function FirstSignIn({ onStarted, onBack }: FirstSignInProps) {
  const api = useApi()
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const start = useMutation(
    api.accounts.acceptStartingCode.mutationOptions({
      onSuccess: (result) => {
        if (result.outcome === 'started') onStarted()
        else setProblem(result.outcome === 'refused' ? result.sentence : t('signIn.tooManyTries'))
      },
      onError: (error) => setProblem(error.message),
    }),
  )
  function submit(event: SubmitEvent) {
    event.preventDefault()
    start.mutate({ email, code, password })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Title order={1} size="h3">
          {t('start.title')}
        </Title>
        {problem && (
          <Alert role="alert" color="red">
            {problem}
          </Alert>
        )}
        <TextInput
          label={t('signIn.email')}
          type="email"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={t('start.code')}
          description={t('start.codeHint')}
          required
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('start.password')}
          description={t('start.passwordHint')}
          required
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={start.isPending}>
          {t('start.next')}
        </Button>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('start.back')}
        </Button>
      </Stack>
    </form>
  )
}
