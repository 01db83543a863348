import type { TextKey } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/hand-over'
import { PageBody } from '../../PageBody.tsx'
import { isUuid, requireUuid } from '../../uuid-shape.ts'
import { readPosted } from '../../accounts/posted-fields.ts'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { Radios } from '../../design/Radios.tsx'
import { fromServer } from '../../from-server.ts'
import { childInWords } from '../../people/child-in-words.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { unlessChanged } from './unless-changed.ts'

/** A request that the visitor may pass on, and to whom. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const adviceRequestId = requireUuid(params.adviceRequestId)
  const api = serverApi(context.get(visitorContext))
  const advice = await fromServer(request, api.advice.get.query({ adviceRequestId }))
  if (!advice.mayHandOver) throw redirect(`/advice/${adviceRequestId}`)
  return { advice, idempotencyKey: newId() }
}

/** Passes it on; a colleague who left in this moment is told beside the choice. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const adviceRequestId = requireUuid(params.adviceRequestId)
  const read = await readPosted(request)
  const userId = read('userId')
  const refuse = (problem: TextKey) => data({ problem, userId }, { status: 422 })
  if (!isUuid(userId)) return refuse('portal.handOver.needed')
  const { advice } = serverApi(context.get(visitorContext))
  const input = { idempotencyKey: read('idempotencyKey'), adviceRequestId, userId }
  const handed = await fromServer(request, unlessChanged(advice.handOver.mutate(input)))
  if (handed?.outcome === 'noColleague') return refuse('portal.handOver.gone')
  const what = handed?.outcome === 'handedOver' ? 'done=handedOver' : 'why=changed'
  return redirect(`/advice/${adviceRequestId}?${what}`)
}

export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { advice, idempotencyKey } = loaderData
  const { colleagues, organisation, state, adviceRequestId } = advice
  const problem = actionData ? t(actionData.problem) : undefined
  return (
    <PageBody
      title={t('portal.handOver.title')}
      caption={childInWords(advice, { sharesName: advice.dateOfBirth !== null, t, language })}
      back={`/advice/${adviceRequestId}`}
      problems={problem ? [{ href: '#userId', message: problem }] : []}
    >
      {colleagues.length === 0 ? (
        <InsetText>{t('portal.handOver.nobody', { organisation })}</InsetText>
      ) : (
        <>
          <p className="govuk-body">{t('portal.handOver.text')}</p>
          {state === 'inProgress' ? <p className="govuk-body">{t('portal.handOver.draft')}</p> : null}
          <form method="post" noValidate>
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <Radios
              id="userId"
              name="userId"
              legend={t('portal.handOver.who')}
              strong
              errorPrefix={t('portal.error.prefix')}
              error={problem}
              options={colleagues.map(({ userId, name, jobTitle }) => ({
                value: userId,
                label: name,
                hint: jobTitle ?? undefined,
              }))}
            />
            <Button>{t('portal.handOver.send')}</Button>
          </form>
        </>
      )}
    </PageBody>
  )
}
