import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'

import { useApi, type RouterOutputs } from '../api.ts'
import { bridge } from '../bridge.ts'
import { useDraftSync } from '../forms/useDraftSync.ts'
import { Empty } from '../submissions/work-list/ScreenStates.tsx'
import { Navigation } from './Navigation.tsx'
import { screensFor } from './screens.tsx'
import classes from './shell.module.css'
import { StatusBar } from './StatusBar.tsx'
import { useHeldWork } from '../lock/useHeldWork.ts'
import { useOpenScreen } from './useOpenScreen.ts'
import { useWaitingWork } from './useWaitingWork.ts'

const t = translator('en')

type ShellProps = {
  me: RouterOutputs['accounts']['me']
  /** Where the work was locked; by default the first of the navigation. */
  firstScreen: string | undefined
  onSignedOut: () => void
}

/** The window of a signed-in officer: navigation, the open screen and the status bar. */
export function Shell({ me, firstScreen, onSignedOut }: ShellProps) {
  const api = useApi()
  const screens = useMemo(() => screensFor(me.processes), [me.processes])
  const { screen, visit, open, content } = useOpenScreen(screens, firstScreen)
  useHeldWork(me, screen?.name)
  const waiting = useWaitingWork(me.processes)
  useDraftSync()
  const signOut = useMutation(api.accounts.signOut.mutationOptions({ onSettled: onSignedOut }))
  const askedByMenu = useRef(() => {})
  useEffect(() => {
    askedByMenu.current = () => signOut.mutate()
  })
  useEffect(() => bridge.menu.onSignOut(() => askedByMenu.current()), [])

  return (
    <div className={classes.window}>
      <Navigation screens={screens} current={screen} waiting={waiting} onOpen={open} />
      <main ref={content} className={classes.content}>
        {screen ? (
          <screen.Component key={visit} />
        ) : (
          <>
            <h1 className={classes.heading}>{t('shell.noScreens')}</h1>
            <Empty title={t('shell.noScreensTitle')} hint={t('shell.noScreensHint')} />
          </>
        )}
      </main>
      <StatusBar name={me.name} isSigningOut={signOut.isPending} onSignOut={() => signOut.mutate()} />
    </div>
  )
}
