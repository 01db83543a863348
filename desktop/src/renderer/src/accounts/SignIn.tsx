import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { useApi } from '../api.ts'
import classes from '../shell/shell.module.css'
import { FirstSignIn } from './FirstSignIn.tsx'
import { SetUpApp } from './SetUpApp.tsx'

const t = translator('en')

type SignInProps = {
  /** Why it has to be done again. */
  notice?: string | undefined
  onSignedIn: () => void
}

/** Signs an officer in: e-mail and password, then the code of the authenticator app. */
export function SignIn({ notice, onSignedIn }: SignInProps) {
  const api = useApi()
  const [step, setStep] = useState<'password' | 'code' | 'start' | 'app'>('password')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const fail = { onError: (error: { message: string }) => setProblem(error.message) }
  const signIn = useMutation(
    api.accounts.signIn.mutationOptions({
      ...fail,
      onSuccess: (result) => {
        const { outcome } = result
        setProblem(outcome === 'secondStepNeeded' ? undefined : t(`signIn.${outcome}`))
        // Without a method there is no app yet.
        if (outcome === 'secondStepNeeded') setStep(result.methods.length > 0 ? 'code' : 'app')
      },
    }),
  )
  const verify = useMutation(
    api.accounts.verifySecondStep.mutationOptions({
      ...fail,
      onSuccess: ({ outcome }) =>
        outcome === 'verified' ? onSignedIn() : setProblem(t('signIn.codeRefused')),
    }),
  )
  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (step === 'password') signIn.mutate({ email, password })
    else verify.mutate({ method: 'totp', code })
  }
  if (step === 'start' || step === 'app') {
    return (
      <main className={classes.alone}>
        {step === 'start' ? (
          <FirstSignIn onStarted={() => setStep('app')} onBack={() => setStep('password')} />
        ) : (
          <SetUpApp onDone={onSignedIn} />
        )}
      </main>
    )
  }
  return (
    <main className={classes.alone}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Title order={1} size="h3">
            {t('signIn.title')}
          </Title>
          {notice && <Alert color="indigo">{notice}</Alert>}
          {problem && (
            <Alert role="alert" color="red">
              {problem}
            </Alert>
          )}
          {step === 'password' ? (
            <>
              <TextInput
                label={t('signIn.email')}
                type="email"
                autoFocus
                value={email}
                onChange={(e) => setEmail(e.currentTarget.value)}
              />
              <PasswordInput
                label={t('signIn.password')}
                value={password}
                onChange={(e) => setPassword(e.currentTarget.value)}
              />
            </>
          ) : (
            <TextInput
              label={t('signIn.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
              value={code}
              onChange={(e) => setCode(e.currentTarget.value)}
            />
          )}
          <Button type="submit" size="xs" loading={signIn.isPending || verify.isPending}>
            {step === 'password' ? t('signIn.title') : t('signIn.verify')}
          </Button>
          {step === 'password' && (
            <Button size="xs" variant="default" onClick={() => setStep('start')}>
              {t('start.link')}
            </Button>
          )}
        </Stack>
      </form>
    </main>
  )
}
