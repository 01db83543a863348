import { canOnAdvice } from '@send/shared/involvements/advice-request'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { newId } from '@send/shared/values/ids'
import { formatDate } from '@send/shared/values/plain-date'
import { data, redirect } from 'react-router'
import type { Route } from './+types/advice-request'
import { PageBody } from '../../PageBody.tsx'
import { requireUuid } from '../../uuid-shape.ts'
import { readPosted } from '../../accounts/posted-fields.ts'
import { serverApi } from '../../api.ts'
import { ImportantBanner } from '../../design/ImportantBanner.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { NotificationBanner } from '../../design/NotificationBanner.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { dueDayInWords } from '../due-words.ts'
import { AdviceActs } from './AdviceActs.tsx'
import { unlessChanged } from './unless-changed.ts'

const done = ['handedOver', 'takenBack', 'notKnown'] as const
const mishaps = ['formClosed', 'changed'] as const

/** One request for advice to the visitor's organisation. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const adviceRequestId = requireUuid(params.adviceRequestId)
  const api = serverApi(context.get(visitorContext))
  const advice = await fromServer(request, api.advice.get.query({ adviceRequestId }))
  const { searchParams } = new URL(request.url)
  const [what, why] = [searchParams.get('done'), searchParams.get('why')]
  return {
    advice,
    // A key each: the two buttons never stand on one page together, but a page may be sent twice.
    idempotencyKey: newId(),
    done: done.find((known) => known === what),
    mishap: mishaps.find((known) => known === why),
  }
}

/** Begins the form or goes on with it, or takes the request back from a colleague. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const adviceRequestId = requireUuid(params.adviceRequestId)
  const read = await readPosted(request)
  const { advice } = serverApi(context.get(visitorContext))
  const input = { idempotencyKey: read('idempotencyKey'), adviceRequestId }
  const page = `/advice/${adviceRequestId}`
  switch (read('intent')) {
    case 'begin': {
      const begun = await fromServer(request, unlessChanged(advice.begin.mutate(input)))
      if (begun?.outcome === 'begun') return redirect(`/submissions/${begun.submissionId}`)
      return redirect(`${page}?why=${begun?.outcome === 'formClosed' ? 'formClosed' : 'changed'}`)
    }
    case 'takeBack': {
      const taken = await fromServer(request, unlessChanged(advice.takeBack.mutate(input)))
      return redirect(`${page}?${taken?.outcome === 'takenBack' ? 'done=takenBack' : 'why=changed'}`)
    }
    default:
      throw data(null, { status: 404 })
  }
}

export default function AdviceRequestPage({ loaderData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { advice, idempotencyKey, mishap } = loaderData
  const { state, note, whatChecked, heldBy, dateOfBirth, dueOn } = advice
  const child = `${advice.givenNames} ${advice.familyName}`
  const isOpen = canOnAdvice(state, 'handOver')
  const worker = heldBy?.isMe ? t('portal.advice.you') : (heldBy?.name ?? t('portal.advice.nobody'))
  return (
    <PageBody title={t('portal.advice.title', { child })} caption={advice.organisation} back="/">
      {loaderData.done ? (
        <NotificationBanner title={t('portal.success')}>
          {t(`portal.advice.done.${loaderData.done}`)}
        </NotificationBanner>
      ) : null}
      {mishap ? (
        <ImportantBanner title={t('portal.advice.important')} heading={t(`portal.advice.${mishap}.heading`)}>
          <p className="govuk-body">{t(`portal.advice.${mishap}`)}</p>
        </ImportantBanner>
      ) : null}
      <SummaryList
        rows={[
          { key: 'child', name: t('portal.advice.child'), value: child },
          {
            key: 'born',
            name: t('portal.advice.born'),
            value: dateOfBirth ? formatDate(dateOfBirth, language) : t('portal.advice.notRecorded'),
          },
          {
            key: 'form',
            name: t('portal.advice.form'),
            value: (
              <span lang={otherLanguage(advice.formTitle, language)}>
                {inLanguage(advice.formTitle, language)}
              </span>
            ),
          },
          { key: 'asked', name: t('portal.advice.askedOn'), value: formatDate(advice.askedOn, language) },
          {
            key: 'due',
            name: t('portal.advice.due'),
            value: isOpen ? dueDayInWords(dueOn, t, language) : formatDate(dueOn, language),
          },
          { key: 'state', name: t('portal.advice.state'), value: t(`portal.advice.state.${state}`) },
          { key: 'worker', name: t('portal.advice.worksOnIt'), value: worker },
        ]}
      />
      {note ? (
        <>
          <h2 className="govuk-heading-m">{t('portal.advice.note')}</h2>
          <InsetText>{note}</InsetText>
        </>
      ) : null}
      {whatChecked ? (
        <>
          <h2 className="govuk-heading-m">{t('portal.advice.checked')}</h2>
          <InsetText>{whatChecked}</InsetText>
        </>
      ) : null}
      <AdviceActs advice={advice} idempotencyKey={idempotencyKey} />
    </PageBody>
  )
}
