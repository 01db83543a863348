import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/change-passkey'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { getOwnSteps } from './own-steps.ts'

export async function loader(args: Route.LoaderArgs) {
  const { passkeys } = await getOwnSteps(args)
  const passkey = passkeys.find(({ passkeyId }) => passkeyId === args.params.passkeyId)
  if (!passkey) throw data(null, { status: 404 })
  return { name: passkey.name }
}

/** Renames a passkey or removes it. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const { secondSteps } = serverApi(visitor)
  const posted = await readPosted(request)
  const { passkeyId } = params
  if (posted('intent') === 'remove') {
    await fromServer(request, secondSteps.removePasskey.mutate({ passkeyId }))
  } else {
    const name = posted('name').trim().slice(0, 60)
    if (!name) {
      const problem = translator(visitor.language)('portal.passkey.nameNeeded')
      return data({ problem }, { status: 422 })
    }
    await fromServer(request, secondSteps.renamePasskey.mutate({ passkeyId, name }))
  }
  return redirect('/account/second-steps?changed=1')
}

export default function ChangePasskey({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.passkey.changeTitle')}
      back="/account/second-steps"
      problems={problem ? [{ href: '#name', message: problem }] : []}
    >
      <form method="post" noValidate>
        <TextInput
          id="name"
          name="name"
          label={t('portal.passkey.name')}
          value={problem ? '' : loaderData.name}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          maxLength={60}
        />
        <Button>{t('portal.passkey.rename')}</Button>
      </form>
      <form method="post">
        <p className="govuk-body">{t('portal.passkey.removeText')}</p>
        <Button kind="warning" name="intent" value="remove">
          {t('portal.passkey.remove')}
        </Button>
      </form>
    </PageBody>
  )
}
