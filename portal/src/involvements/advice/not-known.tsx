import { canOnAdvice } from '@send/shared/involvements/advice-request'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { isStorableText } from '@send/shared/values/storable-text'
import { data, redirect } from 'react-router'
import type { Route } from './+types/not-known'
import { PageBody } from '../../PageBody.tsx'
import { requireUuid } from '../../uuid-shape.ts'
import { readPosted } from '../../accounts/posted-fields.ts'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { Textarea } from '../../design/Textarea.tsx'
import { fromServer } from '../../from-server.ts'
import { childInWords } from '../../people/child-in-words.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { unlessChanged } from './unless-changed.ts'

const length = { least: 3, most: 4000 }

/** A request that the visitor may answer; one that a colleague works on or that has its answer shows how it stands. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const adviceRequestId = requireUuid(params.adviceRequestId)
  const api = serverApi(context.get(visitorContext))
  const advice = await fromServer(request, api.advice.get.query({ adviceRequestId }))
  const { state, heldBy } = advice
  if (!canOnAdvice(state, 'answerNotKnown') || (heldBy && !heldBy.isMe))
    throw redirect(`/advice/${adviceRequestId}`)
  return { advice, idempotencyKey: newId() }
}

/** Answers with what was checked; what is too short or too long comes back as it was typed. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const adviceRequestId = requireUuid(params.adviceRequestId)
  const visitor = context.get(visitorContext)
  const read = await readPosted(request)
  const whatChecked = read('whatChecked').replaceAll('\r\n', '\n').trim()
  if (whatChecked.length < length.least || whatChecked.length > length.most || !isStorableText(whatChecked)) {
    const problem = translator(visitor.language)('portal.notKnown.needed')
    return data({ problem, whatChecked }, { status: 422 })
  }
  const answer = { idempotencyKey: read('idempotencyKey'), adviceRequestId, whatChecked }
  const { advice } = serverApi(visitor)
  const answered = await fromServer(request, unlessChanged(advice.answerNotKnown.mutate(answer)))
  const what = answered?.outcome === 'answered' ? 'done=notKnown' : 'why=changed'
  return redirect(`/advice/${adviceRequestId}?${what}`)
}

export default function NotKnown({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { advice, idempotencyKey } = loaderData
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.notKnown.title')}
      caption={childInWords(advice, { sharesName: advice.dateOfBirth !== null, t, language })}
      back={`/advice/${advice.adviceRequestId}`}
      problems={problem ? [{ href: '#whatChecked', message: problem }] : []}
    >
      <p className="govuk-body">{t('portal.notKnown.text')}</p>
      {advice.state === 'inProgress' ? <InsetText>{t('portal.notKnown.draft')}</InsetText> : null}
      <form method="post" noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Textarea
          id="whatChecked"
          name="whatChecked"
          label={t('portal.notKnown.checked')}
          hint={t('portal.notKnown.hint')}
          errorPrefix={t('portal.error.prefix')}
          error={problem}
          value={actionData?.whatChecked}
        />
        <Button>{t('portal.notKnown.send')}</Button>
      </form>
    </PageBody>
  )
}
