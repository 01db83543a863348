import { FormattedText } from '@send/portal/design/FormattedText'
import { displayAnswer } from '@send/shared/forms/answers'
import type { Question } from '@send/shared/forms/questions/question-types'
import { readFormattedAnswer } from '@send/shared/forms/read-formatted-answer'
import type { ReactNode } from 'react'

import classes from './submissions.module.css'

type AnswerWordsProps = { question: Question; answer: unknown; none?: ReactNode }

/** One answer as it is read: with paragraphs and lists where the question allows them; `none` where there is none. */
export function AnswerWords({ question, answer, none }: AnswerWordsProps) {
  const blocks = readFormattedAnswer(question, answer)
  if (blocks) {
    return (
      <div className={classes.formatted}>
        <FormattedText blocks={blocks} />
      </div>
    )
  }
  const words = displayAnswer(question, answer, 'en')
  return words === '' ? none : <span className={classes.answer}>{words}</span>
}
