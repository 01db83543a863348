import { NewPasskeyAnswer } from '@send/shared/accounts/passkey-answers'
import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/add-passkey'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { PasskeyForm } from './PasskeyForm.tsx'
import { getOwnSteps } from './own-steps.ts'
import { parseJson } from './second-step-answer.ts'

export async function loader(args: Route.LoaderArgs) {
  await getOwnSteps(args)
  const api = serverApi(args.context.get(visitorContext))
  const options = await fromServer(args.request, api.secondSteps.beginPasskeyRegistration.mutate({}))
  return { options: JSON.stringify(options) }
}

/** Keeps the passkey that the browser has made. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const name = posted('name').trim().slice(0, 60)
  if (!name) return data({ name, nameProblem: t('portal.passkey.nameNeeded') }, { status: 422 })
  const response = NewPasskeyAnswer.safeParse(parseJson(posted('response')))
  const api = serverApi(visitor)
  const { outcome } = response.success
    ? await fromServer(request, api.secondSteps.registerPasskey.mutate({ response: response.data, name }))
    : { outcome: 'refused' as const }
  if (outcome === 'added') return redirect('/account/second-steps?changed=1')
  return data({ name, problem: t('portal.passkey.notAdded') }, { status: 422 })
}

export default function AddPasskey({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const nameProblem = actionData && 'nameProblem' in actionData ? actionData.nameProblem : undefined
  const problem = actionData && 'problem' in actionData ? actionData.problem : undefined
  return (
    <PageBody
      title={t('portal.passkey.addTitle')}
      back="/account/second-steps"
      problems={[
        ...(nameProblem ? [{ href: '#name', message: nameProblem }] : []),
        ...(problem ? [{ href: '#passkey', message: problem }] : []),
      ]}
    >
      <p className="govuk-body">{t('portal.steps.passkeys.text')}</p>
      <PasskeyForm
        kind="register"
        options={loaderData.options}
        button={t('portal.steps.passkeys.add')}
        failed={t('portal.passkey.notAdded')}
        withoutScript={t('portal.passkey.noScript')}
      >
        <TextInput
          id="name"
          name="name"
          label={t('portal.passkey.name')}
          hint={t('portal.passkey.nameHint')}
          value={actionData?.name}
          error={nameProblem}
          errorPrefix={t('portal.error.prefix')}
          maxLength={60}
        />
        <p className="govuk-body">{t('portal.passkey.addText')}</p>
      </PasskeyForm>
    </PageBody>
  )
}
