import { Alert, Text } from '@mantine/core'

import { meanwhileInWords, t, type Meanwhile } from './family-words.ts'

type MeanwhileNoticeProps = { meanwhile: Meanwhile; now: string | undefined }

/** By whom something was changed meanwhile, and what stands on record now. */
export function MeanwhileNotice({ meanwhile, now }: MeanwhileNoticeProps) {
  return (
    <Alert color="yellow" role="alert" p="xs">
      <Text size="sm">{meanwhileInWords(meanwhile)}</Text>
      {now && (
        <>
          <Text size="sm" fw={600}>
            {t('family.saysNow', { words: now })}
          </Text>
          <Text size="sm">{t('family.saveOver')}</Text>
        </>
      )}
    </Alert>
  )
}
