import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/my-app'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { SetUpAppForm } from './SetUpAppForm.tsx'
import { getOwnSteps } from './own-steps.ts'
import { refusedCodeSentence } from './refused-code.ts'

export async function loader(args: Route.LoaderArgs) {
  if (!args.context.get(answersWithPage)) await getOwnSteps(args)
  return null
}

/** Begins with a new secret, or confirms it by its first code. */
export async function action({ context, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const api = serverApi(visitor)
  const posted = await readPosted(request)
  if (posted('intent') !== 'verify') {
    const { secret, uri } = await fromServer(request, api.accounts.beginTotp.mutate({}))
    return { secret, uri, problem: undefined }
  }
  const shown = { secret: posted('secret'), uri: posted('uri') }
  const code = posted('code').replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(code))
    return data({ ...shown, problem: t('portal.secondStep.codeNeeded') }, { status: 422 })
  const result = await fromServer(request, api.secondSteps.confirmTotp.mutate({ code }))
  if (result.outcome === 'added') return redirect('/account/second-steps?changed=1')
  return data({ ...shown, problem: refusedCodeSentence(result, t, visitor.language) }, { status: 422 })
}

export default function MyApp({ actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  if (actionData) return <SetUpAppForm {...actionData} back="/account/second-steps" />
  return (
    <PageBody title={t('portal.steps.app.add')} back="/account/second-steps">
      <p className="govuk-body">{t('portal.steps.signsOut')}</p>
      <form method="post">
        <Button>{t('portal.continue')}</Button>
      </form>
    </PageBody>
  )
}
