import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type SubmitEvent } from 'react'

import { useApi } from '../api.ts'
import { Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { QrCode } from './QrCode.tsx'

const t = translator('en')

/** Sets up the authenticator app of somebody who has none yet, and signs them in with its first code. */
export function SetUpApp({ onDone }: { onDone: () => void }) {
  const api = useApi()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const fail = { onError: (error: { message: string }) => setProblem(error.message) }
  const { mutate: beginTotp, data: app } = useMutation(api.accounts.beginTotp.mutationOptions(fail))
  const verify = useMutation(
    api.accounts.verifySecondStep.mutationOptions({
      ...fail,
      onSuccess: ({ outcome }) => (outcome === 'verified' ? onDone() : setProblem(t('signIn.codeRefused'))),
    }),
  )
  useEffect(() => beginTotp(), [beginTotp])
  function submit(event: SubmitEvent) {
    event.preventDefault()
    verify.mutate({ method: 'totp', code })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Title order={1} size="h3">
          {t('start.appTitle')}
        </Title>
        {problem && (
          <Alert role="alert" color="red">
            {problem}
          </Alert>
        )}
        {!app && !problem && <Waiting what={t('start.appTitle')} />}
        {app && (
          <>
            <Text size="sm">{t('start.appHint')}</Text>
            <QrCode text={app.uri} label={t('start.qr')} />
            <TextInput label={t('start.secret')} readOnly value={app.secret} />
          </>
        )}
        <TextInput
          label={t('signIn.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={verify.isPending}>
          {t('signIn.verify')}
        </Button>
      </Stack>
    </form>
  )
}
