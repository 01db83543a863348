import { Alert, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { clockInWords } from '../submissions/work-list/date-words.ts'
import type { Looking } from './useLooking.ts'

const t = translator('en')

type HoldNoteProps = { holder: NonNullable<Looking['holder']>; mayTakeOver: boolean }

/** That a colleague has the child, since when, and what can be done about it. */
export function HoldNote({ holder: { by, since }, mayTakeOver }: HoldNoteProps) {
  const words = { by, since: clockInWords(since) }
  return (
    <Alert color="yellow" p="xs" my="xs">
      <Text size="sm" fw={600}>
        {t('suspense.hold.title', words)}
      </Text>
      {mayTakeOver ? t('suspense.hold.text') : t('suspense.hold.readText')}
    </Alert>
  )
}
