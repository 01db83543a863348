import { inLanguage } from '@send/shared/texts/language'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/before-you-start'
import { PageBody } from '../PageBody.tsx'
import { readPosted } from '../accounts/posted-fields.ts'
import { serverApi } from '../api.ts'
import { Button } from '../design/Button.tsx'
import { fileLimits } from '../forms/questions/FileField.tsx'
import { fromServer } from '../from-server.ts'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'

const minutesPerPage = 4

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = serverApi(context.get(visitorContext))
  const { forms } = await fromServer(request, api.forms.listAvailable.query({}))
  const form = forms.find((candidate) => candidate.formId === params.formId)
  if (!form) throw data(null, { status: 404 })
  return { form, idempotencyKey: newId() }
}

/** Starts the form once, however often the button is pressed. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const idempotencyKey = (await readPosted(request))('idempotencyKey')
  const api = serverApi(context.get(visitorContext))
  const input = { idempotencyKey, formId: params.formId }
  const { submissionId } = await fromServer(request, api.submissions.start.mutate(input))
  return redirect(`/submissions/${submissionId}?begin=1`)
}

export default function BeforeYouStart({ loaderData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { form, idempotencyKey } = loaderData
  const limits = new Set(form.fileLimits.map((limit) => fileLimits(limit, t)))
  const minutes = Math.max(5, form.pageCount * minutesPerPage)
  return (
    <PageBody title={inLanguage(form.title, language)} back="/">
      {form.guidance ? <p className="govuk-body send-lines">{inLanguage(form.guidance, language)}</p> : null}
      <h2 className="govuk-heading-m">{t('portal.before.heading')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t('portal.before.time', { count: minutes })}</li>
        <li>{t('portal.before.save')}</li>
        <li>{t('portal.before.child')}</li>
        {form.fileLimits.length > 0 ? <li>{t('portal.before.files')}</li> : null}
        {[...limits].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('portal.before.who.heading')}</h2>
      <p className="govuk-body">{t('portal.before.who.text')}</p>
      <form method="post">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Button>{t('portal.before.start')}</Button>
      </form>
    </PageBody>
  )
}
