import { Button, Group, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { SignIn } from './accounts/SignIn.tsx'
import { useApi } from './api.ts'
import classes from './app.module.css'
import { PeopleScreen } from './people/PeopleScreen.tsx'
import { PersonScreen } from './people/PersonScreen.tsx'
import { IncomingFormsScreen } from './submissions/IncomingFormsScreen.tsx'
import { SuspenseScreen } from './suspense/SuspenseScreen.tsx'

const t = translator('en')

const screens = ['suspense', 'incoming', 'people'] as const
type Screen = (typeof screens)[number]

/** The one window: sign-in first, then navigation, the open screen and a status line. */
export function App() {
  const api = useApi()
  const me = useQuery(api.accounts.me.queryOptions())
  const [screen, setScreen] = useState<Screen>('suspense')
  const [personId, setPersonId] = useState<string | undefined>(undefined)
  const queries = useQueryClient()
  const signOut = useMutation(
    api.accounts.signOut.mutationOptions({ onSettled: () => queries.resetQueries() }),
  )

  if (me.isPending) return null
  if (!me.data?.secondStep) return <SignIn onSignedIn={() => void queries.resetQueries()} />
  return (
    <div className={classes.window}>
      <nav className={classes.navigation} aria-label={t('shell.navigation')}>
        {screens.map((name) => (
          <Button
            key={name}
            size="xs"
            justify="start"
            variant={name === screen ? 'light' : 'subtle'}
            aria-current={name === screen ? 'page' : undefined}
            onClick={() => {
              setPersonId(undefined)
              setScreen(name)
            }}
          >
            {t(`${name}.title`)}
          </Button>
        ))}
      </nav>
      <main className={classes.content}>
        {screen === 'suspense' && <SuspenseScreen />}
        {screen === 'incoming' && <IncomingFormsScreen />}
        {screen === 'people' &&
          (personId ? (
            <PersonScreen personId={personId} onBack={() => setPersonId(undefined)} />
          ) : (
            <PeopleScreen onOpenPerson={setPersonId} />
          ))}
      </main>
      <footer className={classes.status}>
        <Group gap="sm">
          <Text size="xs">{t('shell.signedInAs', { name: me.data.name })}</Text>
          <Button size="compact-xs" variant="default" onClick={() => signOut.mutate()}>
            {t('shell.signOut')}
          </Button>
        </Group>
      </footer>
    </div>
  )
}
