import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { FileQuestion } from '@send/shared/forms/questions/file'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { mostBytesOf } from '@send/shared/submissions/file-settings'
import { inLanguage } from '@send/shared/texts/language'
import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { ErrorMessage, FormGroup } from '../design/FormGroup.tsx'
import { FileField } from '../forms/questions/FileField.tsx'
import type { FileNotice } from '../host/notice.ts'
import { usePortal } from '../use-portal.ts'
import { FileList } from './FileList.tsx'
import { UnfinishedFiles } from './UnfinishedFiles.tsx'
import { useFormLanguage } from './form-language.ts'
import { previousHref } from './form-steps.ts'
import type { MySubmission } from './mine.ts'
import { pageCaption } from './page-caption.ts'
import { refusedFileSentence } from '../forms/questions/refused-file.ts'
import { uploadWords, type UploadPage } from './uploading/upload-page.ts'

export type FilePageBodyProps = {
  submission: MySubmission
  question: FileQuestion
  files: MySubmission['files']
  refused: FileNotice['refused']
  problems: Problem[]
  /** Whether somebody signed in again after the session had ended before a file arrived. */
  signedOut: boolean
  nothingChosen: boolean
  fromCheck: boolean
}

/** The screen of one file question: what is there already, and a form that sends more. */
export function FilePageBody(props: FilePageBodyProps) {
  const { submission, files, fromCheck } = props
  const { t, language: ownLanguage } = usePortal()
  const { language, t: inForm, lang } = useFormLanguage(submission.definition)
  const { submissionId, definition, fileLimits } = submission
  const question = { ...props.question, maxBytes: mostBytesOf(props.question, fileLimits) }
  const page = definition.pages.find((candidate) =>
    listPageQuestions(candidate).some(({ id }) => id === question.id),
  )
  const here = `/submissions/${submissionId}/files/${question.id}`
  const from = fromCheck ? '&from=check' : ''
  const sentences = [
    ...props.refused.map((file) => refusedFileSentence(file, { ...question, ...fileLimits }, inForm)),
    ...props.problems.map((problem) => problem.message),
    ...(props.signedOut ? [inForm('portal.files.signedOut')] : []),
    ...(props.nothingChosen ? [inForm('portal.files.chooseFirst')] : []),
  ]
  const asProblems = sentences.map((message) => ({ questionId: question.id, message }))
  const counted = files.filter((file) => file.counts)
  const full = counted.length >= question.maxFiles
  const unfinished = submission.unfinishedFiles.filter((file) => file.questionId === question.id)
  const uploading: UploadPage = {
    endpoint: `${here}/uploads`,
    unfinished: unfinished.map(({ uploadId, name, size, arrived, arrivedDigest }) => ({
      url: `${here}/uploads/${uploadId}`,
      name,
      size,
      arrived,
      arrivedDigest,
    })),
    page: here,
    signIn: `/sign-in?returnTo=${encodeURIComponent(`${here}?signedOut=1${from}`)}`,
    from,
    lang: ownLanguage,
    words: uploadWords(t),
  }
  return (
    <PageBody
      title={page ? inLanguage(page.title, language) : inForm('portal.files.title')}
      caption={pageCaption(definition, page?.id ?? '', language)}
      lang={lang}
      problemsLang={lang}
      back={
        fromCheck
          ? `/submissions/${submissionId}/check`
          : previousHref(submission.place, definition, question.id)
      }
      problems={sentences.map((message) => ({ href: `#${question.id}`, message }))}
    >
      <FileList files={files} here={here} from={fromCheck ? '?from=check' : ''} />
      <UnfinishedFiles files={unfinished} action={`${here}${fromCheck ? '?from=check' : ''}`} />
      <form
        method="post"
        encType="multipart/form-data"
        action={`${here}/upload?then=next${from}`}
        noValidate
        data-uploads={full ? undefined : JSON.stringify(uploading)}
      >
        {full ? (
          <FormGroup error={sentences[0]}>
            {[...new Set(sentences)].map((sentence, index) => (
              <div key={sentence} lang={lang}>
                <ErrorMessage id={`${question.id}-${index}`} prefix={inForm('portal.error.prefix')}>
                  {sentence}
                </ErrorMessage>
              </div>
            ))}
            <p className="govuk-body" id={question.id} tabIndex={-1}>
              {t('portal.files.full', { count: question.maxFiles })}
            </p>
          </FormGroup>
        ) : (
          <>
            <p className="govuk-body">
              {t('portal.files.together', { megabytes: fileLimits.formMegabytes })}
            </p>
            <div lang={lang}>
              <FileField
                question={question}
                answer={{ fileIds: counted.map((file) => file.fileId) }}
                problems={asProblems}
                language={language}
                t={inForm}
              />
            </div>
            <Button kind="secondary" formAction={`${here}/upload?then=stay${from}`}>
              {t('portal.files.upload')}
            </Button>
          </>
        )}
        <div className="govuk-button-group">
          <Button>{t('portal.forms.saveAndContinue')}</Button>
          <Button kind="secondary" formAction={`${here}/upload?then=later${from}`}>
            {t('portal.forms.later')}
          </Button>
        </div>
      </form>
    </PageBody>
  )
}
