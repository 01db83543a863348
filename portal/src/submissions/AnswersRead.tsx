import { listAsked } from '@send/shared/forms/answers'
import { listPageParts, listPageQuestions } from '@send/shared/forms/form-definition'
import { inLanguage } from '@send/shared/texts/language'
import type { Translate } from '@send/shared/texts/translator'
import type { Question } from '@send/shared/forms/questions/question-types'
import { Fragment } from 'react'
import { SummaryList } from '../design/SummaryList.tsx'
import { usePortal } from '../use-portal.ts'
import { FileState } from './FileState.tsx'
import { AnswerText } from './AnswerText.tsx'
import { useFormLanguage } from './form-language.ts'
import { listSteps, stepHref } from './form-steps.ts'
import type { MySubmission } from './mine.ts'

type FilesReadProps = { submission: MySubmission; question: Question; t: Translate }

function FilesRead({ submission, question, t }: FilesReadProps) {
  const files = submission.files.filter((file) => file.questionId === question.id)
  if (files.length === 0) return <>{t('values.notAnswered')}</>
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {files.map((file) => (
        <li key={file.fileId}>
          {file.mayOpen ? (
            <a className="govuk-link" href={`/files/${file.fileId}`} download>
              {file.name}
            </a>
          ) : (
            file.name
          )}
          {file.description ? <span className="send-file-state">{file.description}</span> : null}
          <FileState file={file} sent={submission.status !== 'inProgress'} />
        </li>
      ))}
    </ul>
  )
}

/** All answers page by page, with links to change them while that is still possible. */
export function AnswersRead({ submission, changeable }: { submission: MySubmission; changeable: boolean }) {
  const { t } = usePortal()
  const { language, t: inForm, lang } = useFormLanguage(submission.definition)
  const steps = listSteps(submission.definition)
  const hrefOf = (question: Question) => {
    const step = steps.find((candidate) =>
      candidate.kind === 'file'
        ? candidate.id === question.id
        : candidate.questions.some(({ id }) => id === question.id),
    )
    return step ? `${stepHref(submission.submissionId, step)}?from=check` : ''
  }
  const rowOf = (question: Question) => ({
    key: question.id,
    name: inLanguage(question.wording, language),
    value:
      question.type === 'file' ? (
        <FilesRead submission={submission} question={question} t={inForm} />
      ) : (
        <AnswerText question={question} answer={submission.counted[question.id]} language={language} />
      ),
    action:
      changeable && question.type !== 'calculated'
        ? { href: hrefOf(question), text: t('portal.check.change') }
        : undefined,
  })
  const pages = submission.definition.pages.filter((page) => listAsked(listPageQuestions(page)).length > 0)
  return pages.map((page) => (
    <section key={page.id}>
      <h2 className="govuk-heading-m" lang={lang}>
        {inLanguage(page.title, language)}
      </h2>
      {listPageParts(page).map(({ section, questions }) => (
        <Fragment key={section?.id ?? page.id}>
          {section ? (
            <h3 className="govuk-heading-s" lang={lang}>
              {inLanguage(section.title, language)}
            </h3>
          ) : null}
          <SummaryList rows={listAsked(questions).map(rowOf)} lang={lang} />
        </Fragment>
      ))}
    </section>
  ))
}
