import { inLanguage } from '@send/shared/texts/language'
import type { Route } from './+types/copy'
import { PageBody } from '../PageBody.tsx'
import { useOfRequest } from '../of-request.tsx'
import { usePortal } from '../use-portal.ts'
import { AnswersRead } from './AnswersRead.tsx'
import { useFormLanguage } from './form-language.ts'
import { getMySubmission, mySubmission } from './mine.ts'
import { dayAndTimeOf } from './times.ts'

export async function loader(args: Route.LoaderArgs) {
  await getMySubmission(args)
  return null
}

/** Everything that was sent, to read and to print. */
export default function Copy() {
  const submission = useOfRequest(mySubmission)
  const { t, language } = usePortal()
  const { receipt, definition, submissionId } = submission
  const inForm = useFormLanguage(definition)
  return (
    <PageBody
      title={inLanguage(definition.title, inForm.language)}
      lang={inForm.lang}
      caption={<span lang={language}>{t('portal.copy.caption')}</span>}
      back={`/submissions/${submissionId}`}
    >
      {receipt ? (
        <p className="govuk-body">
          {t('portal.copy.sent', {
            reference: receipt.reference,
            when: dayAndTimeOf(receipt.submittedAt, language),
          })}
        </p>
      ) : null}
      <AnswersRead submission={submission} changeable={false} />
    </PageBody>
  )
}
