import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { ReadDialog } from '../../submissions/work-list/ReadDialog.tsx'

const t = translator('en')

type NobodyToAskProps = { school: string; line: boolean; onClose: () => void }

/** That nobody in the portal can be asked about a child, and who can be asked another way. */
export function NobodyToAsk({ school, line, onClose }: NobodyToAskProps) {
  return (
    <ReadDialog title={t('suspense.ask.title')} size="md" onClose={onClose}>
      <Text size="sm">{line ? t('suspense.ask.nobodyLine', { school }) : t('suspense.ask.nobody')}</Text>
    </ReadDialog>
  )
}
