import { inLanguage } from '@send/shared/texts/language'
import { redirect } from 'react-router'
import type { Route } from './+types/leave-form'
import { PageBody } from '../../PageBody.tsx'
import { requireUuid } from '../../uuid-shape.ts'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { useOfRequest } from '../../of-request.tsx'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { useFormLanguage } from '../form-language.ts'
import { getMySubmission, mySubmission } from '../mine.ts'

export async function loader(args: Route.LoaderArgs) {
  await getMySubmission(args)
}

/** Ends one's own help with a form. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const submissionId = requireUuid(params.submissionId)
  const { sharedForms } = serverApi(context.get(visitorContext))
  await fromServer(request, sharedForms.leave.mutate({ submissionId }))
  return redirect('/')
}

export default function LeaveForm() {
  const { t } = usePortal()
  const { whole, place } = useOfRequest(mySubmission)
  const { language, lang } = useFormLanguage(whole)
  return (
    <PageBody
      title={t('portal.shared.leaveTitle')}
      caption={<span lang={lang}>{inLanguage(whole.title, language)}</span>}
      back={place.base}
    >
      <p className="govuk-body">{t('portal.shared.leaveText')}</p>
      <form method="post">
        <Button kind="warning">{t('portal.shared.leaveYes')}</Button>
      </form>
    </PageBody>
  )
}
