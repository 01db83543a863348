import { Alert, Button, Group } from '@mantine/core'
import { findQuestion, type FormDefinition } from '@send/shared/forms/form-definition'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

import { AnswerWords } from '../../submissions/AnswerWords.tsx'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import type { Conflict } from './filling.ts'
import classes from './internal-forms.module.css'

const t = translator('en')

type ConflictChoicesProps = {
  definition: FormDefinition
  conflicts: readonly Conflict[]
  onDecide: (questionId: string, choice: 'mine' | 'theirs') => void
}

/** Answers that a colleague changed at the same time: both in full, and which of them is to stand. */
export function ConflictChoices({ definition, conflicts, onDecide }: ConflictChoicesProps) {
  return conflicts.map(({ questionId, mine, theirs, by, at }) => {
    const question = findQuestion(definition, questionId)
    if (!question) return null
    const name = inLanguage(question.wording, 'en')
    return (
      <Alert
        key={questionId}
        role="alert"
        classNames={{ title: classes.noticeTitle }}
        color="yellow"
        title={t('filling.conflict', { by, question: name })}
        mb="xs"
      >
        <dl className={classes.sides}>
          <div>
            <dt>{t('filling.mine')}</dt>
            <dd>
              <AnswerWords question={question} answer={mine} none={t('filling.empty')} />
            </dd>
          </div>
          <div>
            <dt>{t('filling.theirs', { by, when: momentInWords(at) })}</dt>
            <dd>
              <AnswerWords question={question} answer={theirs} none={t('filling.empty')} />
            </dd>
          </div>
        </dl>
        <Group gap="xs" mt="xs">
          <Button
            size="compact-xs"
            aria-label={t('filling.keepMineOf', { question: name })}
            onClick={() => onDecide(questionId, 'mine')}
          >
            {t('filling.keepMine')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('filling.takeTheirsOf', { question: name })}
            onClick={() => onDecide(questionId, 'theirs')}
          >
            {t('filling.takeTheirs')}
          </Button>
        </Group>
      </Alert>
    )
  })
}
