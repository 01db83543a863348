import { Alert, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { momentInWords } from '../../submissions/work-list/date-words.ts'
import type { IncomingCard } from '../suspense-words.ts'

const t = translator('en')

/** That a child was discarded: by whom, when and why. */
export function DiscardedNote({ discarded }: { discarded: NonNullable<IncomingCard['discarded']> }) {
  const { by, at, reason, words } = discarded
  return (
    <Alert color="gray" p="xs" my="xs">
      <Text size="sm" fw={600}>
        {t('suspense.discard.by', { by, when: momentInWords(at) })}
      </Text>
      {[t(`suspense.discard.reason.${reason}`), words].filter(Boolean).join(': ')}
    </Alert>
  )
}
