import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import type { PlainDate } from '@send/shared/values/plain-date'
import { PageBody } from '../PageBody.tsx'
import { HomeOrganisation } from '../accounts/organisations/HomeOrganisation.tsx'
import type { ServerOutputs } from '../api.ts'
import { InsetText } from '../design/InsetText.tsx'
import { SharedWithMe } from '../submissions/sharing/SharedWithMe.tsx'
import { usePortal } from '../use-portal.ts'
import { FormsInProgress } from './FormsInProgress.tsx'
import { FormsSent } from './FormsSent.tsx'
import { Notice } from './Notice.tsx'
import { HomeChildren } from './HomeChildren.tsx'
import { splitHome, type Advice, type AskedQuestion, type ExpertTask, type Submission } from './home-items.ts'
import { StartAForm } from './StartAForm.tsx'
import { WhatIsDue } from './WhatIsDue.tsx'

type SignedInHomeProps = {
  today: PlainDate
  submissions: Submission[]
  shared: ServerOutputs['sharedForms']['listMine']['forms']
  available: ServerOutputs['forms']['listAvailable']
  items: ServerOutputs['involvements']['listMyChildren']['children']
  claims: ServerOutputs['childAccess']['listMyClaims']['claims']
  questions: AskedQuestion[]
  /** Of professionals alone: where they belong, and what they are asked for. */
  professional:
    | {
        organisations: ServerOutputs['organisations']['mine']
        tasks: ExpertTask[]
        advice: Advice[]
      }
    | undefined
  /** Of citizens alone, with who they say they are. */
  citizen: { kind: CitizenKind | null } | undefined
}

/** A person's own page: what needs doing now, children, forms in progress and sent, notices, and what can be begun. */
export function SignedInHome(props: SignedInHomeProps) {
  const { t, name, offers } = usePortal()
  const { today, submissions, available, claims, questions, professional, citizen } = props
  const { organisations, tasks = [], advice = [] } = professional ?? {}
  const { due, inProgress, sent } = splitHome({ submissions, questions, advice, tasks, today })
  const everybody = [...due, ...inProgress, ...sent].map(({ child }) => child)
  // Whoever came for one task need not join anything first.
  const joinsFirst = organisations && belongsNowhere(organisations) && tasks.length === 0
  const waiting = claims.filter(({ state }) => state === 'waiting').length
  // Whoever came to begin is not led past lists in which there is nothing yet.
  const begins =
    available.offered &&
    citizen !== undefined &&
    [due, inProgress, sent, props.shared].every((list) => list.length === 0)
  const start = available.offered ? <StartAForm forms={available.forms} citizenKind={citizen?.kind} /> : null
  return (
    <PageBody title={t('portal.home.title', { name: name ?? '' })} above={<Notice />}>
      {joinsFirst ? <HomeOrganisation mine={organisations} /> : null}
      {citizen?.kind === null ? <AskCitizenKind /> : null}
      {begins ? start : <WhatIsDue items={due} everybody={everybody} hasForms={inProgress.length > 0} />}
      <HomeChildren
        items={props.items}
        hasCaseload={professional !== undefined && !joinsFirst && offers('caseload')}
        isYoungPerson={citizen?.kind === 'youngPerson'}
      />
      <FormsInProgress submissions={inProgress} everybody={everybody} />
      <SharedWithMe forms={props.shared} />
      {begins ? null : <FormsSent submissions={sent} everybody={everybody} />}
      {waiting > 0 ? <ClaimsWaiting count={waiting} /> : null}
      {organisations && !joinsFirst ? <HomeOrganisation mine={organisations} /> : null}
      {begins ? null : start}
    </PageBody>
  )
}

/** Asks who came before anybody was asked; until then they see the forms for both. */
function AskCitizenKind() {
  const { t } = usePortal()
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{t('portal.citizenKind.askTitle')}</h2>
      <p className="govuk-body">{t('portal.citizenKind.askText')}</p>
      <a className="govuk-link" href="/account/details#citizenKind">
        {t('portal.citizenKind.ask')}
      </a>
    </InsetText>
  )
}

function ClaimsWaiting({ count }: { count: number }) {
  const { t } = usePortal()
  return (
    <section aria-labelledby="notices">
      <h2 className="govuk-heading-m" id="notices">
        {t('portal.home.notices')}
      </h2>
      <p className="govuk-body">{t('portal.home.claimsWaiting', { count })}</p>
    </section>
  )
}

/** Then joining comes before everything else on the page. */
function belongsNowhere({ memberships }: ServerOutputs['organisations']['mine']): boolean {
  return memberships.every(({ state }) => state !== 'active')
}
