import { Title } from '@mantine/core'
import { listAsked, type Answers } from '@send/shared/forms/answers'
import { listPageParts, type FormDefinition } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { Fragment } from 'react'

import { AnswerWords } from './AnswerWords.tsx'
import { ConfirmedFrom } from './ConfirmedFrom.tsx'
import { SubmittedFiles, type SubmittedFile } from './SubmittedFiles.tsx'
import classes from './submissions.module.css'

const t = translator('en')

type SubmittedFormProps = {
  definition: FormDefinition
  answers: Answers
  files: readonly SubmittedFile[]
  /** Where the answers came from that were confirmed and not typed, by question. */
  sources?: Readonly<Record<string, AnswerSource>>
}

/** A form exactly as it was submitted: every page and question of its version, with the answers and files. */
export function SubmittedForm({ definition, answers, files, sources = {} }: SubmittedFormProps) {
  return (
    <>
      {definition.pages.map((page) => (
        <section key={page.id} aria-label={inLanguage(page.title, 'en')}>
          <Title order={3} size="h6" mt="sm" mb={4}>
            {inLanguage(page.title, 'en')}
          </Title>
          {listPageParts(page).map(({ section, questions }) => (
            <Fragment key={section?.id ?? page.id}>
              {section ? (
                <Title order={4} size="sm" mt={6} mb={2}>
                  {inLanguage(section.title, 'en')}
                </Title>
              ) : null}
              <dl className={classes.answers}>
                {listAsked(questions).map((question) => {
                  const source = sources[question.id]
                  return (
                    <div key={question.id}>
                      <dt>{inLanguage(question.wording, 'en')}</dt>
                      <dd>
                        <SubmittedAnswer question={question} answers={answers} files={files} />
                        {source ? <ConfirmedFrom source={source} /> : null}
                      </dd>
                    </div>
                  )
                })}
              </dl>
            </Fragment>
          ))}
        </section>
      ))}
    </>
  )
}

type SubmittedAnswerProps = { question: Question; answers: Answers; files: readonly SubmittedFile[] }

function SubmittedAnswer({ question, answers, files }: SubmittedAnswerProps) {
  if (question.type === 'file') {
    const own = files.filter((file) => file.questionId === question.id)
    return own.length > 0 ? <SubmittedFiles files={own} /> : <NotAnswered />
  }
  return <AnswerWords question={question} answer={answers[question.id]} none={<NotAnswered />} />
}

function NotAnswered() {
  return <em>{t('form.notAnswered')}</em>
}
