import type { Question } from '@send/shared/forms/questions/question-types'
import { Fragment } from 'react'
import { SummaryList } from '../design/SummaryList.tsx'
import { usePortal } from '../use-portal.ts'
import { ReadAnswerText } from './AnswerText.tsx'
import { FileState } from './FileState.tsx'
import { useFormLanguage } from './form-language.ts'
import { listSteps, stepHref } from './form-steps.ts'
import { listAnswersRead } from './list-answers-read.ts'
import type { OwnFile, ReadRow } from './list-answers-read.ts'
import type { MySubmission } from './mine.ts'

function FilesRead({ files, sent }: { files: OwnFile[]; sent: boolean }) {
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
          <FileState file={file} sent={sent} />
        </li>
      ))}
    </ul>
  )
}

/** All answers page by page, with links to change them while that is still possible. */
export function AnswersRead({ submission, changeable }: { submission: MySubmission; changeable: boolean }) {
  const { t } = usePortal()
  const { language, lang } = useFormLanguage(submission.definition)
  const steps = listSteps(submission.place, submission.definition)
  const hrefOf = (question: Question) => {
    const step = steps.find((candidate) =>
      candidate.kind === 'file'
        ? candidate.id === question.id
        : candidate.questions.some(({ id }) => id === question.id),
    )
    return step ? `${stepHref(submission.place, step)}?from=check` : ''
  }
  const rowOf = ({ question, name, value }: ReadRow) => ({
    key: question.id,
    name,
    value:
      value.kind === 'files' ? (
        <FilesRead files={value.files} sent={submission.status !== 'inProgress'} />
      ) : (
        <ReadAnswerText read={value} />
      ),
    action:
      changeable && question.type !== 'calculated'
        ? { href: hrefOf(question), text: t('portal.check.change') }
        : undefined,
  })
  return listAnswersRead(submission, language).map((page) => (
    <section key={page.id}>
      <h2 className="govuk-heading-m" lang={lang}>
        {page.title}
      </h2>
      {page.parts.map(({ id, title, rows }) => (
        <Fragment key={id}>
          {title === undefined ? null : (
            <h3 className="govuk-heading-s" lang={lang}>
              {title}
            </h3>
          )}
          <SummaryList rows={rows.map(rowOf)} lang={lang} />
        </Fragment>
      ))}
    </section>
  ))
}
