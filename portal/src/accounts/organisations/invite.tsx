import { newId } from '@send/shared/values/ids'
import type { TextKey } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/invite'
import { PageBody } from '../../PageBody.tsx'
import { refusalId, serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { Radios } from '../../design/Radios.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { looksLikeEmail } from '../email-shape.ts'
import { readPosted } from '../posted-fields.ts'
import { requireUuid } from '../../uuid-shape.ts'

const roles = ['member', 'lead'] as const
type Problem = { part: 'email' | 'role'; key: TextKey }

/** Only a lead invites; the key makes a second press of the button harmless. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const organisationId = requireUuid(params.organisationId)
  const api = serverApi(context.get(visitorContext))
  const list = await fromServer(request, api.organisations.listMembers.query({ organisationId }))
  if (list.mine !== 'lead') throw data(null, { status: 404 })
  return { organisation: list.organisation, idempotencyKey: newId() }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const organisationId = requireUuid(params.organisationId)
  const read = await readPosted(request)
  const [email, idempotencyKey] = [read('email').trim(), read('idempotencyKey')]
  const role = roles.find((known) => known === read('role'))
  const refuse = (status: number, problems: Problem[]) => data({ email, role, problems }, { status })
  const problems: Problem[] = []
  if (!looksLikeEmail(email)) problems.push({ part: 'email', key: 'portal.orgInvite.emailNeeded' })
  if (!role) problems.push({ part: 'role', key: 'portal.orgInvite.roleNeeded' })
  if (!role || problems.length > 0) return refuse(422, problems)
  const invitation = { idempotencyKey, organisationId, email, role }
  try {
    const { organisations } = serverApi(context.get(visitorContext))
    const { outcome } = await organisations.invite.mutate(invitation)
    if (outcome === 'alreadyInvited') return refuse(422, [{ part: 'email', key: 'portal.orgInvite.already' }])
    return redirect(`/organisation/${organisationId}/members?done=invited`)
  } catch (error) {
    const id = refusalId(error)
    if (id === 'bad-input') return refuse(422, [{ part: 'email', key: 'portal.orgInvite.emailNeeded' }])
    if (id === 'too-many-tries') return refuse(429, [{ part: 'email', key: 'portal.orgInvite.enough' }])
    if (id === 'unavailable') return refuse(503, [{ part: 'email', key: 'portal.couldNotDo' }])
    return fromServer(request, Promise.reject(error as Error))
  }
}

export default function Invite({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { organisation, idempotencyKey } = loaderData
  const problems = (actionData?.problems ?? []).map(({ part, key }) => ({ part, message: t(key) }))
  const common = (part: Problem['part']) => ({
    id: part,
    name: part,
    error: problems.find((problem) => problem.part === part)?.message,
    errorPrefix: t('portal.error.prefix'),
  })
  return (
    <PageBody
      title={t('portal.orgInvite.title')}
      caption={organisation.name}
      back={`/organisation/${organisation.organisationId}/members`}
      problems={problems.map(({ part, message }) => ({ href: `#${part}`, message }))}
    >
      <p className="govuk-body">{t('portal.orgInvite.text')}</p>
      <form method="post" noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <TextInput
          {...common('email')}
          type="email"
          label={t('portal.orgInvite.email')}
          value={actionData?.email}
          autoComplete="off"
          spellCheck={false}
        />
        <Radios
          {...common('role')}
          legend={t('portal.orgInvite.role')}
          options={roles.map((value) => ({
            value,
            label: t(`portal.org.role.${value}`),
            hint: value === 'lead' ? t('portal.orgMember.makeLeadText') : undefined,
          }))}
          value={actionData?.role}
        />
        <Button>{t('portal.orgInvite.send')}</Button>
      </form>
    </PageBody>
  )
}
