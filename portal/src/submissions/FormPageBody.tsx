import type { Answers } from '@send/shared/forms/answers'
import { findPage, findQuestion } from '@send/shared/forms/form-definition'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { inLanguage } from '@send/shared/texts/language'
import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { PageQuestions } from '../forms/questions/PageQuestions.tsx'
import { problemTarget } from '../forms/questions/question-fields.tsx'
import { usePortal } from '../use-portal.ts'
import { ChangedElsewhere } from './ChangedElsewhere.tsx'
import type { Elsewhere } from './ChangedElsewhere.tsx'
import type { PageAutosave } from './autosave/use-autosave.ts'
import { useFormLanguage } from './form-language.ts'
import { PageForm, pageFormId } from './PageForm.tsx'
import { stateOf } from './mine.ts'
import type { MySubmission } from './mine.ts'
import { OffersHere, UseAll } from './offers/AllOffers.tsx'
import { OfferedField } from './offers/OfferedField.tsx'
import { pageCaption } from './page-caption.ts'
import { Comments } from './sharing/Comments.tsx'
import type { CommentTyped } from './sharing/Comments.tsx'
import { FileNames } from './sharing/FileNames.tsx'
import { OthersHere } from './sharing/OthersHere.tsx'
import { timeOf } from './times.ts'

export type FormPageBodyProps = {
  submission: MySubmission
  answers: Answers
  pageId: string
  problems: Problem[]
  /** Whether the page was shown again because an answer brought up more questions. */
  more: boolean
  autosave: PageAutosave
  /** What other windows made of answers that were changed here as well. */
  elsewhere: Elsewhere[]
  /** Whether all that the page shows is saved. */
  allSaved: boolean
  comment: CommentTyped
}

/** One page of a form with the answers as they were typed. */
export function FormPageBody(props: FormPageBodyProps) {
  const { t } = usePortal()
  const { submission, answers, pageId, problems, more, autosave, comment } = props
  const { language, t: inForm, lang } = useFormLanguage(submission.whole)
  const { definition, whole } = submission
  const page = findPage(whole, pageId)
  if (!page) return null
  // What is offered to a question that is not asked is seen when it comes up.
  const seen = submission.offers.filter(({ questionId }) => findQuestion(definition, questionId))
  return (
    <PageBody
      title={inLanguage(page.title, language)}
      caption={pageCaption(definition, pageId, language)}
      lang={lang}
      problemsLang={lang}
      backWith={pageFormId}
      problems={[
        ...problems.map((problem) => ({
          href: problemTarget(problem, findQuestion(definition, problem.questionId)),
          message: problem.message,
        })),
        ...(comment.problem ? [{ href: '#comment', message: comment.problem }] : []),
      ]}
    >
      {page.guidance ? (
        <p className="govuk-body send-lines" lang={lang}>
          {inLanguage(page.guidance, language)}
        </p>
      ) : null}
      <ChangedElsewhere submission={submission} page={page} elsewhere={props.elsewhere} />
      {submission.isShared ? <OthersHere /> : null}
      {more ? <InsetText>{t('portal.forms.more')}</InsetText> : null}
      <OffersHere offers={seen} isShared={submission.isShared} />
      <PageForm submission={submission} page={page} answers={answers} autosave={autosave}>
        <div lang={lang}>
          <PageQuestions
            page={page}
            state={stateOf(submission, answers)}
            problems={problems}
            language={language}
            t={inForm}
            Field={OfferedField}
          />
        </div>
        <UseAll offers={seen} />
        <FileNames submission={submission} page={page} />
        <SaveButtons savedAt={props.allSaved ? submission.changedAt : undefined} />
        {submission.isShared ? <Comments comment={comment} mayComment /> : null}
      </PageForm>
    </PageBody>
  )
}

function SaveButtons({ savedAt }: { savedAt: string | undefined }) {
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
      <p className="govuk-hint" data-save-state>
        {savedAt ? t('portal.forms.savedAt', { time: timeOf(savedAt) }) : t('portal.autosave.unsaved')}
      </p>
      <output className="govuk-visually-hidden" data-save-aloud />
      <p className="govuk-hint">{t('portal.session.long')}</p>
    </>
  )
}
