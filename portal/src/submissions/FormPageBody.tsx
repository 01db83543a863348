import type { Answers } from '@send/shared/forms/answers'
import { findPage, findQuestion, listPageQuestions } from '@send/shared/forms/form-definition'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { inLanguage } from '@send/shared/texts/language'
import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { QuestionField, problemTarget } from '../forms/questions/question-fields.tsx'
import { usePortal } from '../use-portal.ts'
import { previousHref } from './form-steps.ts'
import type { MySubmission } from './mine.ts'
import { timeOf } from './times.ts'

export type FormPageBodyProps = {
  submission: MySubmission
  answers: Answers
  pageId: string
  problems: Problem[]
  fromCheck: boolean
}

/** One page of a form with the answers as they were typed. */
export function FormPageBody({ submission, answers, pageId, problems, fromCheck }: FormPageBodyProps) {
  const { t, language } = usePortal()
  const { definition, submissionId } = submission
  const page = findPage(definition, pageId)
  if (!page) return null
  const back = fromCheck
    ? `/submissions/${submissionId}/check`
    : previousHref(submissionId, definition, pageId)
  return (
    <PageBody
      title={inLanguage(page.title, language)}
      caption={inLanguage(definition.title, language)}
      back={back}
      problems={problems.map((problem) => ({
        href: problemTarget(problem, findQuestion(definition, problem.questionId)),
        message: problem.message,
      }))}
    >
      {page.guidance ? <p className="govuk-body send-lines">{inLanguage(page.guidance, language)}</p> : null}
      <form method="post" noValidate>
        {listPageQuestions(page)
          .filter((question) => question.type !== 'file')
          .map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              answer={answers[question.id]}
              problems={problems}
              language={language}
              t={t}
            />
          ))}
        <SaveButtons savedAt={submission.changedAt} />
      </form>
    </PageBody>
  )
}

function SaveButtons({ savedAt }: { savedAt: string }) {
  const { t } = usePortal()
  return (
    <>
      <div className="govuk-button-group">
        <Button name="intent" value="next">
          {t('portal.forms.saveAndContinue')}
        </Button>
        <Button kind="secondary" name="intent" value="later">
          {t('portal.forms.later')}
        </Button>
      </div>
      <p className="govuk-hint">{t('portal.forms.savedAt', { time: timeOf(savedAt) })}</p>
      <p className="govuk-hint">{t('portal.session.long')}</p>
    </>
  )
}
