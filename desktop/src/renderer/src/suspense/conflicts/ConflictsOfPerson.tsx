import { Button, Group, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { Empty } from '../../submissions/work-list/ScreenStates.tsx'
import classes from '../../submissions/work-list/work-list.module.css'
import { MatchConflicts } from './MatchConflicts.tsx'
import type { MatchOfPerson } from './useConflictsOfPerson.ts'

const t = translator('en')

/** What matched children tell otherwise than the person whose record is open, one match after another. */
export function ConflictsOfPerson({ matches }: { matches: readonly MatchOfPerson[] }) {
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const match = matches.find(({ incomingChildId }) => incomingChildId === chosen) ?? matches[0]
  if (!match) {
    return <Empty title={t('importConflicts.nothingLeft')} hint={t('importConflicts.nothingLeftHint')} />
  }
  const { incomingChildId } = match
  return (
    <div className={classes.pane}>
      {matches.length > 1 && (
        <Group gap="xs" mb="sm">
          {matches.map((one) => (
            <Button
              key={one.incomingChildId}
              size="compact-xs"
              variant={one === match ? 'filled' : 'default'}
              aria-pressed={one === match}
              onClick={() => setChosen(one.incomingChildId)}
            >
              {`${one.childName}, ${momentInWords(one.matchedAt)}`}
            </Button>
          ))}
        </Group>
      )}
      <Text size="xs" mb="xs">
        {t('importConflicts.keysOfPerson')}
      </Text>
      <MatchConflicts
        key={incomingChildId}
        incomingChildId={incomingChildId}
        onDone={() => setChosen(undefined)}
      />
    </div>
  )
}
