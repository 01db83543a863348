import { formatDate } from '@send/shared/values/plain-date'
import { redirect } from 'react-router'
import type { Route } from './+types/children'
import { PageBody } from '../PageBody.tsx'
import { readPosted } from '../accounts/posted-fields.ts'
import { serverApi, type ServerOutputs } from '../api.ts'
import { NotificationBanner } from '../design/NotificationBanner.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { fromServer } from '../from-server.ts'
import { dayOf } from '../submissions/times.ts'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import { ChildList } from './ChildList.tsx'

type Claim = ServerOutputs['childAccess']['listMyClaims']['claims'][number]

/** The children to whom the visitor is linked, and what they told us of others. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const api = serverApi(visitor)
  const [{ children }, { claims }, account] = await fromServer(
    request,
    Promise.all([
      api.involvements.listMyChildren.query({}),
      api.childAccess.listMyClaims.query({}),
      visitor.face === 'citizen' ? api.ownAccount.get.query({}) : undefined,
    ]),
  )
  const { searchParams } = new URL(request.url)
  const justNow = { justSent: searchParams.has('sent'), justLinked: searchParams.has('linked') }
  return { children, claims, ...justNow, isYoungPerson: account?.citizenKind === 'youngPerson' }
}

/** Takes a claim back. */
export async function action({ context, request }: Route.ActionArgs) {
  const claimId = (await readPosted(request))('claimId')
  const api = serverApi(context.get(visitorContext))
  await fromServer(request, api.childAccess.withdrawClaim.mutate({ claimId }))
  return redirect('/children')
}

const wordsFor = {
  parent: {
    title: 'portal.children.title',
    none: 'portal.children.none',
    tellUs: 'portal.children.tellUs',
  },
  youngPerson: {
    title: 'portal.children.ownTitle',
    none: 'portal.children.ownNone',
    tellUs: 'portal.children.tellUsOwn',
  },
  professional: {
    title: 'portal.children.title',
    none: 'portal.children.noneAtWork',
    tellUs: 'portal.children.tellUsOther',
  },
} as const

export default function Children({ loaderData }: Route.ComponentProps) {
  const { t, language, face, offers } = usePortal()
  const { children, claims, justSent, justLinked, isYoungPerson } = loaderData
  const who = face === 'professional' ? 'professional' : isYoungPerson ? 'youngPerson' : 'parent'
  const words = wordsFor[who]
  return (
    <PageBody title={t(words.title)} back="/">
      {justSent ? (
        <NotificationBanner title={t('portal.success')}>{t('portal.claim.sent')}</NotificationBanner>
      ) : null}
      {justLinked ? (
        <NotificationBanner title={t('portal.success')}>{t('portal.invitation.linked')}</NotificationBanner>
      ) : null}
      {children.length === 0 ? (
        <p className="govuk-body">{t(offers('tellUs') ? words.none : 'portal.children.noneNotOffered')}</p>
      ) : null}
      <ChildList items={children} />
      {offers('tellUs') ? (
        <p className="govuk-body">
          <a className="govuk-link" href="/children/tell-us">
            {t(children.length === 0 ? words.tellUs : 'portal.children.tellUsOther')}
          </a>
        </p>
      ) : null}
      {face === 'professional' && offers('addSeveral') ? (
        <p className="govuk-body">
          <a className="govuk-link" href="/children/add-several">
            {t('portal.list.link')}
          </a>
        </p>
      ) : null}
      {claims.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{t('portal.children.claims')}</h2>
          <SummaryList
            rows={claims.map((claim) => ({
              key: claim.claimId,
              name: `${claim.givenNames} ${claim.familyName}, ${formatDate(claim.dateOfBirth, language)}`,
              value: <ClaimState claim={claim} />,
            }))}
          />
        </>
      ) : null}
    </PageBody>
  )
}

function ClaimState({ claim }: { claim: Claim }) {
  const { t, language } = usePortal()
  const name = `${claim.givenNames} ${claim.familyName}`
  return (
    <>
      {t(`portal.children.claimState.${claim.state}`, { day: dayOf(claim.askedAt, language) })}
      {claim.state === 'waiting' ? (
        <form method="post" className="send-plain-form">
          <input type="hidden" name="claimId" value={claim.claimId} />
          <button className="send-link-button govuk-body">
            {t('portal.children.withdraw')}
            <span className="govuk-visually-hidden"> – {name}</span>
          </button>
        </form>
      ) : null}
    </>
  )
}
