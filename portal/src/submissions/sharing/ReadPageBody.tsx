import { listAsked } from '@send/shared/forms/answers'
import { findPage, listPageQuestions } from '@send/shared/forms/form-definition'
import { inLanguage } from '@send/shared/texts/language'
import { PageBody } from '../../PageBody.tsx'
import { ButtonLink } from '../../design/Button.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { usePortal } from '../../use-portal.ts'
import { AnswerText } from '../AnswerText.tsx'
import { useFormLanguage } from '../form-language.ts'
import { nextHref, previousHref } from '../form-steps.ts'
import type { MySubmission } from '../mine.ts'
import { Comments } from './Comments.tsx'
import type { CommentTyped } from './Comments.tsx'
import { ChangedBy } from './ChangedField.tsx'
import { FileNames } from './FileNames.tsx'
import { OthersHere } from './OthersHere.tsx'

type ReadPageBodyProps = { submission: MySubmission; pageId: string; comment: CommentTyped }

/** One page of a form for a helper who reads it and, where they may, comments on it. */
export function ReadPageBody({ submission, pageId, comment }: ReadPageBodyProps) {
  const { t } = usePortal()
  const { language, t: inForm, lang } = useFormLanguage(submission.whole)
  const { definition, counted, helping, place } = submission
  const page = findPage(definition, pageId)
  if (!page) return null
  const asked = listAsked(listPageQuestions(page)).filter(({ type }) => type !== 'file')
  const { problem } = comment
  return (
    <PageBody
      title={inLanguage(page.title, language)}
      caption={inLanguage(definition.title, language)}
      lang={lang}
      back={previousHref(place, definition, pageId)}
      problems={problem ? [{ href: '#comment', message: problem }] : []}
    >
      <InsetText>{t('portal.shared.readOnly')}</InsetText>
      <OthersHere />
      <SummaryList
        lang={lang}
        rows={asked.map((question) => ({
          key: question.id,
          name: inLanguage(question.wording, language),
          value: (
            <>
              {counted[question.id] === undefined ? (
                inForm('values.notAnswered')
              ) : (
                <AnswerText question={question} answer={counted[question.id]} language={language} />
              )}
              <ChangedBy questionId={question.id} />
            </>
          ),
        }))}
      />
      <FileNames submission={submission} page={page} />
      <ButtonLink href={nextHref(place, definition, pageId)}>{t('portal.shared.continue')}</ButtonLink>
      <form method="post" noValidate>
        <Comments comment={comment} mayComment={helping?.role === 'comment'} />
      </form>
    </PageBody>
  )
}
