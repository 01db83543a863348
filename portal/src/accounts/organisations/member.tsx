import { newId } from '@send/shared/values/ids'
import { translator } from '@send/shared/texts/translator'
import { isStorableText } from '@send/shared/values/storable-text'
import { data, redirect } from 'react-router'
import type { Route } from './+types/member'
import { PageBody } from '../../PageBody.tsx'
import { serverApi, type ServerApi } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { ChangeMember, DecideRequest } from './MemberForms.tsx'
import { requireUuid } from '../../uuid-shape.ts'

const reasonLength = { least: 3, most: 500 }

/** One member or one request of an organisation that the visitor leads. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const organisationId = requireUuid(params.organisationId)
  const api = serverApi(context.get(visitorContext))
  const list = await fromServer(request, api.organisations.listMembers.query({ organisationId }))
  const member = list.members.find(({ userId }) => userId === params.userId)
  const asker = list.requests.find(({ userId }) => userId === params.userId)
  if (list.mine !== 'lead' || (!member && !asker)) throw data(null, { status: 404 })
  return { organisation: list.organisation, member, asker, idempotencyKey: newId() }
}

type Aim = { organisationId: string; userId: string }
type Act = (api: ServerApi, aim: Aim, given: { reason: string; idempotencyKey: string }) => Promise<string>

const acts: Record<string, { act: Act; needsReason: boolean }> = {
  accept: {
    needsReason: false,
    act: async ({ organisations }, aim, { idempotencyKey }) => {
      const decision = { ...aim, idempotencyKey, decision: 'accept' as const }
      const { outcome } = await organisations.decideRequest.mutate(decision)
      return outcome === 'decided' ? 'accepted' : 'already'
    },
  },
  refuse: {
    needsReason: true,
    act: async ({ organisations }, aim, given) => {
      const decision = { ...aim, ...given, decision: 'refuse' as const }
      const { outcome } = await organisations.decideRequest.mutate(decision)
      return outcome === 'decided' ? 'refused' : 'already'
    },
  },
  lead: { needsReason: false, act: (api, aim) => changeRole(api, { ...aim, role: 'lead' }) },
  member: { needsReason: false, act: (api, aim) => changeRole(api, { ...aim, role: 'member' }) },
  remove: {
    needsReason: true,
    act: async ({ organisations }, aim, { reason }) => {
      const { outcome } = await organisations.remove.mutate({ ...aim, reason })
      return outcome === 'removed' ? 'removed' : 'already'
    },
  },
}

async function changeRole(
  { organisations }: ServerApi,
  change: Aim & { role: 'member' | 'lead' },
): Promise<string> {
  const { outcome } = await organisations.changeRole.mutate(change)
  return outcome === 'changed' ? 'changed' : 'already'
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const aim = { organisationId: requireUuid(params.organisationId), userId: requireUuid(params.userId) }
  const read = await readPosted(request)
  const chosen = acts[read('intent')]
  if (!chosen) throw data(null, { status: 404 })
  const reason = read('reason').trim()
  const { least, most } = reasonLength
  if (chosen.needsReason && (reason.length < least || reason.length > most || !isStorableText(reason))) {
    const problem = translator(visitor.language)('portal.orgMember.reasonNeeded')
    return data({ problem, reason }, { status: 422 })
  }
  const given = { reason, idempotencyKey: read('idempotencyKey') }
  const what = await fromServer(request, chosen.act(serverApi(visitor), aim, given))
  return redirect(`/organisation/${aim.organisationId}/members?done=${what}`)
}

export default function Member({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { organisation, member, asker, idempotencyKey } = loaderData
  const who = member ?? asker
  const form = { idempotencyKey, reason: actionData?.reason, problem: actionData?.problem }
  return (
    <PageBody
      title={who?.name ?? ''}
      caption={organisation.name}
      back={`/organisation/${organisation.organisationId}/members`}
      problems={form.problem ? [{ href: '#reason', message: form.problem }] : []}
    >
      <SummaryList
        rows={[
          ...(asker ? [{ key: 'email', name: t('portal.orgMember.email'), value: asker.email }] : []),
          ...(who?.jobTitle
            ? [{ key: 'job', name: t('portal.orgMember.jobTitle'), value: who.jobTitle }]
            : []),
          ...(member
            ? [{ key: 'role', name: t('portal.orgMember.role'), value: t(`portal.org.role.${member.role}`) }]
            : []),
        ]}
      />
      {member ? <ChangeMember role={member.role} form={form} /> : <DecideRequest form={form} />}
    </PageBody>
  )
}
