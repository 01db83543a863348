import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import classes from './shell.module.css'
import { useConnection } from './useConnection.ts'
import { useUnsentWork } from './useUnsentWork.ts'

const t = translator('en')

type StatusBarProps = { name: string; isSigningOut: boolean; onSignOut: () => void }

/** What is true at this moment: the connection, the unsent work, and who is signed in. */
export function StatusBar({ name, isSigningOut, onSignOut }: StatusBarProps) {
  const connected = useConnection()
  const unsent = useUnsentWork()
  return (
    <footer className={classes.status}>
      <output className={classes.connection} data-broken={connected === false || undefined}>
        {connected === undefined && <StatusMark shape="waiting" word={t('shell.connecting')} />}
        {connected === true && <StatusMark shape="done" word={t('shell.connected')} />}
        {connected === false && <StatusMark shape="warning" word={t('shell.notConnected')} />}
      </output>
      <span>{unsent === undefined ? t('shell.unsentUnknown') : t('shell.unsent', { count: unsent })}</span>
      <span className={classes.who}>{t('shell.signedInAs', { name })}</span>
      <Button size="compact-xs" variant="default" loading={isSigningOut} onClick={onSignOut}>
        {t('shell.signOut')}
      </Button>
    </footer>
  )
}
