import { inLanguage } from '@send/shared/texts/language'
import { z } from 'zod'
import type { Route } from './+types/copy'
import { PageBody } from '../PageBody.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { useOfRequest } from '../of-request.tsx'
import { usePortal } from '../use-portal.ts'
import { AnswersRead } from './AnswersRead.tsx'
import { CopyLinks } from './CopyLinks.tsx'
import { useFormLanguage } from './form-language.ts'
import { getMySubmission, mySubmission } from './mine.ts'
import { dayAndTimeOf } from './times.ts'

/** Why a PDF that was asked for could not be made. */
const WithoutPdf = z.enum(['busy', 'tooLong', 'failed']).optional().catch(undefined)

export async function loader(args: Route.LoaderArgs) {
  await getMySubmission(args)
  const asked = new URL(args.request.url).searchParams.get('pdf') ?? undefined
  return { withoutPdf: WithoutPdf.parse(asked) }
}

/** Everything that was sent, to read and to print. */
export default function Copy({ loaderData }: Route.ComponentProps) {
  const { withoutPdf } = loaderData
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
      {withoutPdf ? (
        <div className="send-not-printed">
          <InsetText>{t(`portal.pdf.${withoutPdf}`)}</InsetText>
        </div>
      ) : null}
      {receipt ? (
        <>
          <p className="govuk-body">
            {t('portal.copy.sent', {
              reference: receipt.reference,
              when: dayAndTimeOf(receipt.submittedAt, language),
            })}
          </p>
          <ul className="govuk-list send-not-printed">
            <CopyLinks submissionId={submissionId} />
          </ul>
        </>
      ) : null}
      <AnswersRead submission={submission} changeable={false} />
    </PageBody>
  )
}
