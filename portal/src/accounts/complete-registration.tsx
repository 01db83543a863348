import { translator } from '@send/shared/texts/translator'
import { isStorableText } from '@send/shared/values/storable-text'
import { data, redirect } from 'react-router'
import type { Route } from './+types/complete-registration'
import { PageBody } from '../PageBody.tsx'
import { serverApi } from '../api.ts'
import { Button, ButtonLink } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { fromServer } from '../from-server.ts'
import { noticeVersion } from '../home/privacy.tsx'
import { sessionCookie } from '../host/cookies.ts'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import { CitizenKindRadios, readCitizenKind } from './CitizenKindRadios.tsx'
import { readPosted } from './posted-fields.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = serverApi(context.get(visitorContext))
  return fromServer(request, api.accounts.findRegistration.query({ token: params.token }))
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const name = posted('name').trim()
  const password = posted('password')
  const jobTitle = posted('jobTitle').trim()
  const citizenKind = visitor.face === 'citizen' ? readCitizenKind(posted('citizenKind')) : undefined
  const accepted = posted('notice') === 'yes'
  const problems: { href: string; message: string }[] = []
  if (!name || name.length > 200 || !isStorableText(name)) {
    problems.push({ href: '#name', message: t('portal.complete.nameNeeded') })
  }
  if (visitor.face === 'professional' && (!jobTitle || jobTitle.length > 200 || !isStorableText(jobTitle)))
    problems.push({ href: '#jobTitle', message: t('portal.complete.jobTitleNeeded') })
  if (visitor.face === 'citizen' && !citizenKind)
    problems.push({ href: '#citizenKind', message: t('portal.citizenKind.needed') })
  if (!password) problems.push({ href: '#password', message: t('portal.complete.passwordNeeded') })
  if (!accepted) problems.push({ href: '#notice', message: t('portal.complete.acceptNeeded') })
  const typed = { name, jobTitle, citizenKind, accepted }
  if (problems.length > 0) return data({ ...typed, problems }, { status: 422 })
  const who = visitor.face === 'citizen' ? { citizenKind } : { jobTitle }
  const input = { token: params.token, name, password, noticeVersion, ...who }
  const result = await fromServer(request, serverApi(visitor).accounts.completeRegistration.mutate(input))
  if (result.outcome === 'registered') {
    return redirect('/second-step', { headers: { 'set-cookie': sessionCookie(visitor.face, result.token) } })
  }
  const href = result.reason === 'password' ? '#password' : '#name'
  return data({ ...typed, problems: [{ href, message: result.sentence }] }, { status: 422 })
}

function LinkOver({ outcome }: { outcome: 'expired' | 'used' | 'unknown' }) {
  const { t } = usePortal()
  return (
    <PageBody title={t(`portal.complete.${outcome}.title`)}>
      <p className="govuk-body">{t(`portal.complete.${outcome}.text`)}</p>
      <ButtonLink href={outcome === 'used' ? '/sign-in' : '/register'}>
        {t(outcome === 'used' ? 'portal.signIn' : 'portal.complete.newLink')}
      </ButtonLink>
    </PageBody>
  )
}

export default function CompleteRegistration({ loaderData, actionData }: Route.ComponentProps) {
  const { t, face } = usePortal()
  if (loaderData.outcome !== 'open') return <LinkOver outcome={loaderData.outcome} />
  const problems = actionData?.problems ?? []
  const errorAt = (href: string) => problems.find((problem) => problem.href === href)?.message
  const errorPrefix = t('portal.error.prefix')
  return (
    <PageBody title={t('portal.complete.title')} problems={problems}>
      <SummaryList rows={[{ key: 'email', name: t('portal.email'), value: loaderData.email }]} />
      <form method="post" noValidate>
        {/* Password managers keep the password under this address. */}
        <input type="hidden" name="username" autoComplete="username" value={loaderData.email} readOnly />
        <TextInput
          id="name"
          name="name"
          label={t('portal.complete.name')}
          value={actionData?.name}
          error={errorAt('#name')}
          errorPrefix={errorPrefix}
          autoComplete="name"
          spellCheck={false}
          maxLength={200}
        />
        {face === 'professional' ? (
          <TextInput
            id="jobTitle"
            name="jobTitle"
            label={t('portal.complete.jobTitle')}
            hint={t('portal.complete.jobTitleHint')}
            value={actionData?.jobTitle}
            error={errorAt('#jobTitle')}
            errorPrefix={errorPrefix}
            autoComplete="organization-title"
            maxLength={200}
          />
        ) : (
          <CitizenKindRadios value={actionData?.citizenKind} error={errorAt('#citizenKind')} />
        )}
        <TextInput
          id="password"
          name="password"
          type="password"
          label={t('portal.complete.password')}
          hint={t('portal.complete.passwordHint')}
          error={errorAt('#password')}
          errorPrefix={errorPrefix}
          autoComplete="new-password"
        />
        <p className="govuk-body">
          {t('portal.complete.notice')}{' '}
          <a className="govuk-link" href="/privacy" target="_blank" rel="noreferrer">
            {t('portal.complete.noticeLink')}
          </a>
        </p>
        <Checkbox
          id="notice"
          name="notice"
          label={t('portal.complete.accept')}
          error={errorAt('#notice')}
          errorPrefix={errorPrefix}
          checked={actionData?.accepted}
        />
        <Button>{t('portal.complete.create')}</Button>
      </form>
    </PageBody>
  )
}
