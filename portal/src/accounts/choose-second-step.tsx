import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/choose-second-step'
import { PageBody } from '../PageBody.tsx'
import { findMe, serverApi } from '../api.ts'
import { Button } from '../design/Button.tsx'
import { Radios } from '../design/Radios.tsx'
import { fromServer } from '../from-server.ts'
import { sessionCookie } from '../host/cookies.ts'
import { usePortal } from '../use-portal.ts'
import { answersWithPage, visitorContext } from '../visitor.ts'
import { SetUpAppForm } from './SetUpAppForm.tsx'
import { readPosted } from './posted-fields.ts'
import { refusedCodeSentence } from './refused-code.ts'

export async function loader({ context }: Route.LoaderArgs) {
  if (context.get(answersWithPage)) return null
  const me = await findMe(context.get(visitorContext))
  if (!me) throw redirect('/sign-in')
  if (me.secondStep) throw redirect('/')
  return null
}

/** Chooses the second step, and confirms the app: the page with the QR code is an answer, so it can be shown again. */
export async function action({ context, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const api = serverApi(visitor)
  const posted = await readPosted(request)
  if (posted('intent') === 'verify') {
    const shown = { view: 'app' as const, secret: posted('secret'), uri: posted('uri') }
    const code = posted('code').replaceAll(/\s/g, '')
    if (!/^\d{6}$/.test(code))
      return data({ ...shown, problem: t('portal.secondStep.codeNeeded') }, { status: 422 })
    const result = await fromServer(request, api.accounts.verifySecondStep.mutate({ method: 'totp', code }))
    if (result.outcome !== 'verified') {
      return data({ ...shown, problem: refusedCodeSentence(result, t) }, { status: 422 })
    }
    return redirect('/', { headers: { 'set-cookie': sessionCookie(visitor.face, result.token) } })
  }
  const method = posted('method')
  if (method === 'totp') {
    const begun = await fromServer(request, api.accounts.beginTotp.mutate({}))
    return { view: 'app' as const, secret: begun.secret, uri: begun.uri, problem: undefined }
  }
  if (method === 'emailCode') {
    await fromServer(request, api.accounts.sendEmailCode.mutate({}))
    return redirect('/sign-in/second-step?by=emailCode')
  }
  return data({ view: 'choose' as const, problem: t('portal.chooseStep.needed') }, { status: 422 })
}

export default function ChooseSecondStep({ actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData?.view === 'app') return <SetUpAppForm {...actionData} />
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.chooseStep.title')}
      problems={problem ? [{ href: '#method', message: problem }] : []}
    >
      <p className="govuk-body">{t('portal.chooseStep.text')}</p>
      <form method="post" noValidate>
        <Radios
          id="method"
          name="method"
          legend={t('portal.chooseStep.legend')}
          options={[
            { value: 'totp', label: t('portal.chooseStep.app'), hint: t('portal.chooseStep.appHint') },
            {
              value: 'emailCode',
              label: t('portal.chooseStep.email'),
              hint: t('portal.chooseStep.emailHint'),
            },
          ]}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
        />
        <Button>{t('portal.continue')}</Button>
      </form>
    </PageBody>
  )
}
