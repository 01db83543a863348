import { List, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import type { IncomingCard } from '../suspense-words.ts'

const t = translator('en')

type Form = IncomingCard['submissions'][number]

/** Everything that leaves the queue with a child: its forms, a question that is open, or the line of a file. */
export function GoesAlong({ card }: { card: IncomingCard }) {
  const isAsked = card.questions.some(({ state }) => state === 'open')
  const along = [
    ...card.submissions.map((form) => ({ key: form.submissionId, words: formInWords(form) })),
    ...(isAsked ? [{ key: 'question', words: t('suspense.discard.alongQuestion') }] : []),
    ...(card.line ? [{ key: 'line', words: t('suspense.discard.alongLine') }] : []),
  ]
  if (along.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('suspense.discard.along')}
      </Text>
      <List size="sm">
        {along.map(({ key, words }) => (
          <List.Item key={key}>{words}</List.Item>
        ))}
      </List>
    </div>
  )
}

function formInWords({ reference, title, receivedOn, files, decisionDueOn }: Form): string {
  const form = t('suspense.discard.alongForm', {
    reference: reference ?? '',
    title,
    received: dateInWords(receivedOn),
  })
  const withFiles = files > 0 ? t('suspense.discard.alongFiles', { count: files }) : ''
  const due = decisionDueOn ? t('suspense.discard.alongDue', { due: dateInWords(decisionDueOn) }) : ''
  return [form, withFiles, due].filter(Boolean).join(' · ')
}
