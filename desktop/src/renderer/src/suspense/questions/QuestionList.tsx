import { Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import type { IncomingCard } from '../suspense-words.ts'
import classes from './questions.module.css'

const t = translator('en')

type Question = IncomingCard['questions'][number]

const shapes = { open: 'waiting', answered: 'done', withdrawn: 'gone' } as const

/** What the sender was asked, the newest first, with the answers as they were typed. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return null
  return (
    <section aria-label={t('suspense.ask.heading')}>
      <Title order={3} size="h6" mt="sm" mb={4}>
        {t('suspense.ask.heading')}
      </Title>
      {questions.map((question) => (
        <article key={question.questionId} className={classes.question}>
          <div className={classes.head}>
            <StatusMark shape={shapes[question.state]} word={t(`suspense.ask.state.${question.state}`)} />
            <Text size="xs">{askedInWords(question)}</Text>
          </div>
          <p className={classes.words}>{question.question}</p>
          {question.answer !== null && (
            <>
              <Text size="xs">
                {t('suspense.ask.answeredBy', {
                  by: question.answeredBy ?? '',
                  when: momentInWords(question.answeredAt ?? question.askedAt),
                })}
              </Text>
              <p className={classes.answer}>{question.answer}</p>
            </>
          )}
        </article>
      ))}
    </section>
  )
}

function askedInWords({ askedBy, askedAt, reference, withdrawn }: Question): string {
  const asked = t('suspense.ask.askedBy', {
    by: askedBy,
    when: momentInWords(askedAt),
    reference: reference ?? '',
  })
  if (!withdrawn) return asked
  const { by, at, because } = withdrawn
  return `${asked} · ${t(`suspense.ask.because.${because}`, { by, when: momentInWords(at) })}`
}
