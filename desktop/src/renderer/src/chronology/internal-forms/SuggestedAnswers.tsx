import { Alert, Button, Group } from '@mantine/core'
import { isAnswered, type Answers } from '@send/shared/forms/answers'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { AnswerWords } from '../../submissions/AnswerWords.tsx'
import classes from './internal-forms.module.css'

const t = translator('en')

type SuggestedAnswersProps = {
  definition: FormDefinition
  answers: Answers
  suggested: Answers
  onTake: (answers: Answers) => void
}

/** What the record would answer, to look over before it is taken; nothing is filled in unseen. */
export function SuggestedAnswers({ definition, answers, suggested, onTake }: SuggestedAnswersProps) {
  const [open, setOpen] = useState(true)
  const offered = listQuestions(definition).filter(
    (question) => suggested[question.id] !== undefined && !isAnswered(question, answers),
  )
  if (!open || offered.length === 0) return null
  return (
    <Alert
      classNames={{ title: classes.noticeTitle }}
      color="blue"
      title={t('filling.suggested', { count: offered.length })}
      mb="xs"
    >
      <dl className={classes.suggested}>
        {offered.map((question) => (
          <div key={question.id}>
            <dt>{inLanguage(question.wording, 'en')}</dt>
            <dd>
              <AnswerWords question={question} answer={suggested[question.id]} />
            </dd>
          </div>
        ))}
      </dl>
      <Group gap="xs" mt="xs">
        <Button
          size="compact-xs"
          onClick={() =>
            onTake(
              Object.fromEntries(
                offered.flatMap(({ id }) => (suggested[id] === undefined ? [] : [[id, suggested[id]]])),
              ),
            )
          }
        >
          {t('filling.takeSuggested')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setOpen(false)}>
          {t('filling.leaveSuggested')}
        </Button>
      </Group>
    </Alert>
  )
}
