import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/before-you-start'
import { PageBody } from '../PageBody.tsx'
import { readPosted } from '../accounts/posted-fields.ts'
import { refusalId, serverApi } from '../api.ts'
import { Button, ButtonLink } from '../design/Button.tsx'
import { minutesToFillIn } from './time-to-fill-in.ts'
import { OnPaper } from './blank/OnPaper.tsx'
import { fileLimits } from '../forms/questions/FileField.tsx'
import { fromServer } from '../from-server.ts'
import { notOffered } from '../shown-face.ts'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = serverApi(context.get(visitorContext))
  const { offered, forms, forOthers } = await fromServer(request, api.forms.listAvailable.query({}))
  if (!offered) throw notOffered()
  const form = forms.find((candidate) => candidate.formId === params.formId)
  const withoutBlank = new URL(request.url).searchParams.has('blank')
  if (form) return data({ form, idempotencyKey: newId(), withoutBlank })
  const other = forOthers.find((candidate) => candidate.formId === params.formId)
  if (!other || other.audience === 'professionals') throw data(null, { status: 404 })
  return data({ form: null, audience: other.audience }, { status: 403 })
}

/** Starts the form once, however often the button is pressed. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const idempotencyKey = (await readPosted(request))('idempotencyKey')
  const api = serverApi(context.get(visitorContext))
  const input = { idempotencyKey, formId: params.formId }
  const started = await fromServer(
    request,
    api.submissions.start.mutate(input).catch((error: unknown) => {
      if (refusalId(error) === 'not-allowed') return undefined
      throw error
    }),
  )
  // They said on another page meanwhile that they are somebody else; this one now tells them what to do.
  if (!started) return redirect(`/forms/${params.formId}`)
  return redirect(`/submissions/${started.submissionId}?begin=1`)
}

/** Somebody followed a link to a form for the other kind of citizen: who it is for, and what they can do. */
function ForOthers({ audience }: { audience: 'parents' | 'youngPeople' }) {
  const { t } = usePortal()
  return (
    <PageBody title={t(`portal.forOthers.${audience}.title`)} back="/">
      <p className="govuk-body">{t(`portal.forOthers.${audience}`)}</p>
      <ButtonLink href="/account/details#citizenKind">{t('portal.forOthers.change')}</ButtonLink>
    </PageBody>
  )
}

export default function BeforeYouStart({ loaderData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  if (!loaderData.form) return <ForOthers audience={loaderData.audience} />
  const { form, idempotencyKey, withoutBlank } = loaderData
  const limits = new Set(form.fileLimits.map((limit) => fileLimits(limit, t)))
  return (
    <PageBody title={inLanguage(form.title, language)} lang={otherLanguage(form.title, language)} back="/">
      {form.guidance ? (
        <p className="govuk-body send-lines" lang={otherLanguage(form.guidance, language)}>
          {inLanguage(form.guidance, language)}
        </p>
      ) : null}
      <h2 className="govuk-heading-m">{t('portal.before.heading')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t('portal.before.time', { count: minutesToFillIn(form.pageCount) })}</li>
        <li>{t('portal.before.save')}</li>
        <li>{t('portal.before.child')}</li>
        {form.fileLimits.length > 0 ? <li>{t('portal.before.files')}</li> : null}
        {[...limits].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {form.fileLimits.length > 0 ? (
          <li>{t('portal.files.together', { megabytes: form.formMegabytes })}</li>
        ) : null}
      </ul>
      <h2 className="govuk-heading-m">{t('portal.before.who.heading')}</h2>
      <p className="govuk-body">{t('portal.before.who.text')}</p>
      <form method="post">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Button>{t('portal.before.start')}</Button>
      </form>
      <OnPaper formId={form.formId} withoutBlank={withoutBlank} />
    </PageBody>
  )
}
