import { Text } from '@mantine/core'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'

const t = translator('en')

/** That an answer was offered and confirmed rather than typed, and where it came from. */
export function ConfirmedFrom({ source }: { source: AnswerSource }) {
  return (
    <Text size="xs" fs="italic">
      {inWords(source)}
    </Text>
  )
}

function inWords(source: AnswerSource): string {
  switch (source.from) {
    case 'form':
      return t('form.confirmedForm', {
        title: inLanguage(source.title, 'en'),
        date: formatDate(source.on, 'en'),
      })
    case 'request':
      return t('form.confirmedRequest')
    case 'record':
      return t('form.confirmedRecord')
  }
}
