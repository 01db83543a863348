import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { FormBuilderScreen } from '../forms/FormBuilderScreen.tsx'
import classes from './shell.module.css'

const t = translator('en')

/** Drafts hold nothing about a child, so they may be written without the server; nothing interrupts until the officer stops. */
export function DraftingAlone({ onStop }: { onStop: () => void }) {
  return (
    <div className={classes.withoutServer}>
      <header className={classes.bar}>
        <span>{t('shell.draftingAlone')}</span>
        <Button size="compact-xs" variant="default" onClick={onStop}>
          {t('shell.stopDrafting')}
        </Button>
      </header>
      <main className={classes.content}>
        <FormBuilderScreen />
      </main>
    </div>
  )
}
