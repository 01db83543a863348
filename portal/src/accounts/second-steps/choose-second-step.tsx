import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/choose-second-step'
import { PageBody } from '../../PageBody.tsx'
import { findMe, serverApi } from '../../api.ts'
import type { ServerApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { Radios } from '../../design/Radios.tsx'
import { fromServer } from '../../from-server.ts'
import { sessionCookie } from '../../host/cookies.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import type { Visitor } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { NewEmailCodeForm } from './NewEmailCodeForm.tsx'
import { SetUpAppForm } from './SetUpAppForm.tsx'
import { refusedCodeSentence } from './refused-code.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  if (context.get(answersWithPage)) return null
  const visitor = context.get(visitorContext)
  const me = await findMe(visitor)
  if (!me) throw redirect('/sign-in')
  if (me.secondStep) throw redirect('/')
  const standing = await fromServer(request, serverApi(visitor).secondSteps.mine.query({}))
  if (!standing.maySetUp) throw redirect('/sign-in/second-step')
  return { allowed: standing.allowed, afterRecovery: standing.recovery !== null }
}

/** Chooses the second step and confirms it: the pages after the choice are answers, so they can be shown again. */
export async function action({ context, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const api = serverApi(visitor)
  const posted = await readPosted(request)
  if (posted('intent') === 'verify') return confirm(visitor, api, request, posted)
  const { allowed, recovery } = await fromServer(request, api.secondSteps.mine.query({}))
  const method = posted('method')
  if (method === 'totp') {
    const begun = await fromServer(request, api.accounts.beginTotp.mutate({}))
    return { view: 'app' as const, secret: begun.secret, uri: begun.uri, problem: undefined }
  }
  if (method === 'emailCode') {
    await fromServer(request, api.accounts.sendEmailCode.mutate({}))
    return { view: 'email' as const, problem: undefined, sentAgain: posted('again') === 'yes' }
  }
  const problem = translator(visitor.language)('portal.chooseStep.needed')
  return data(
    { view: 'choose' as const, problem, allowed, afterRecovery: recovery !== null },
    { status: 422 },
  )
}

async function confirm(visitor: Visitor, api: ServerApi, request: Request, posted: (name: string) => string) {
  const t = translator(visitor.language)
  const code = posted('code').replaceAll(/\s/g, '')
  const method = posted('method') === 'emailCode' ? ('emailCode' as const) : ('totp' as const)
  const refuse = (problem: string) =>
    method === 'totp'
      ? data({ view: 'app' as const, secret: posted('secret'), uri: posted('uri'), problem }, { status: 422 })
      : data({ view: 'email' as const, problem, sentAgain: false }, { status: 422 })
  if (!/^\d{6}$/.test(code)) return refuse(t('portal.secondStep.codeNeeded'))
  const result = await fromServer(request, api.accounts.verifySecondStep.mutate({ method, code }))
  if (result.outcome !== 'verified') return refuse(refusedCodeSentence(result, t, visitor.language))
  const headers = { 'set-cookie': sessionCookie(visitor.face, result.token) }
  return redirect(result.recoveryCodesNeeded ? '/second-step/codes' : '/', { headers })
}

export default function ChooseSecondStep({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.view === 'app') return <SetUpAppForm {...actionData} back="/second-step" />
  if (actionData?.view === 'email') return <NewEmailCodeForm {...actionData} />
  const shown = actionData ?? loaderData
  if (!shown) return null
  return <Choice {...shown} problem={actionData?.problem} />
}

type ChoiceProps = { allowed: SecondStepMethod[]; afterRecovery: boolean; problem: string | undefined }

function Choice({ allowed, afterRecovery, problem }: ChoiceProps) {
  const { t } = usePortal()
  const ways = [
    { method: 'totp', label: t('portal.chooseStep.app'), hint: t('portal.chooseStep.appHint') },
    { method: 'emailCode', label: t('portal.chooseStep.email'), hint: t('portal.chooseStep.emailHint') },
  ] as const
  return (
    <PageBody
      title={t('portal.chooseStep.title')}
      problems={problem ? [{ href: '#method', message: problem }] : []}
    >
      {afterRecovery ? <InsetText>{t('portal.chooseStep.newOne')}</InsetText> : null}
      <p className="govuk-body">{t('portal.chooseStep.text')}</p>
      <form method="post" noValidate>
        <Radios
          id="method"
          name="method"
          legend={t('portal.chooseStep.legend')}
          options={ways
            .filter(({ method }) => allowed.includes(method))
            .map(({ method, label, hint }) => ({ value: method, label, hint }))}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
        />
        <Button>{t('portal.continue')}</Button>
      </form>
    </PageBody>
  )
}
