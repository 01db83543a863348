import { Alert, Button, Group, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import classes from './portals.module.css'
import type { Clash } from './rebase-settings.ts'
import { nameOfPath, wordsOf } from './setting-words.ts'

const t = translator('en')

type ChangedMeanwhileProps = { clashes: readonly Clash[]; onSettle: (clash: Clash, takes: boolean) => void }

/** What a colleague wrote where this officer has written too: nothing is lost, and one of both is chosen. */
export function ChangedMeanwhile({ clashes, onSettle }: ChangedMeanwhileProps) {
  if (clashes.length === 0) return null
  return (
    <Alert color="yellow" mb="sm" p="xs" role="alert">
      <Text size="sm" fw={600}>
        {t('portals.meanwhile')}
      </Text>
      {t('portals.meanwhileText')}
      <ul className={classes.clashes}>
        {clashes.map((clash) => {
          const name = nameOfPath(clash.path)
          return (
            <li key={clash.path}>
              <strong>{name}</strong>
              <span className={classes.theirs}>{wordsOf(clash.theirs)}</span>
              <Group gap="xs">
                <Button size="compact-xs" variant="default" onClick={() => onSettle(clash, true)}>
                  {t('portals.takeTheirs', { name })}
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => onSettle(clash, false)}>
                  {t('portals.keepMine', { name })}
                </Button>
              </Group>
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
