import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { formatDate } from '@send/shared/values/plain-date'
import { PageBody } from '../PageBody.tsx'
import { HomeOrganisation } from '../accounts/organisations/HomeOrganisation.tsx'
import type { ServerOutputs } from '../api.ts'
import { InsetText } from '../design/InsetText.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { TaskList } from '../design/TaskList.tsx'
import { dayOf, dayAndTimeOf, lastDayOf } from '../submissions/times.ts'
import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { usePortal } from '../use-portal.ts'

type Submissions = ServerOutputs['submissions']['listMine']['submissions']
type Forms = ServerOutputs['forms']['listAvailable']['forms']

type SignedInHomeProps = {
  submissions: Submissions
  forms: Forms
  /** Of professionals alone: where they belong, and what they are asked for as outside experts. */
  professional:
    | {
        organisations: ServerOutputs['organisations']['mine']
        tasks: ServerOutputs['involvements']['listMyTasks']['tasks']
      }
    | undefined
  /** Of citizens alone, with who they say they are. */
  citizen: { kind: CitizenKind | null } | undefined
}

/** A person's own page: to do, sent, and what can be started. */
export function SignedInHome({ submissions, forms, professional, citizen }: SignedInHomeProps) {
  const { t, language, name } = usePortal()
  const toDo = submissions.filter((submission) => submission.status === 'inProgress')
  const sent = submissions.filter((submission) => submission.status !== 'inProgress')
  const { organisations, tasks = [] } = professional ?? {}
  // Whoever came for one task need not join anything first.
  const joinsFirst = organisations && belongsNowhere(organisations) && tasks.length === 0
  return (
    <PageBody title={t('portal.home.title', { name: name ?? '' })}>
      {joinsFirst ? <HomeOrganisation mine={organisations} /> : null}
      {citizen?.kind === null ? <AskCitizenKind /> : null}
      <h2 className="govuk-heading-m">{t('portal.home.toDo')}</h2>
      {toDo.length + tasks.length === 0 ? (
        <p className="govuk-body">{t('portal.home.nothingToDo')}</p>
      ) : (
        <TaskList
          tasks={[
            ...tasks.map(({ personId, givenNames, familyName, until }) => ({
              key: personId,
              name: t('portal.task.forChild', { child: `${givenNames} ${familyName}` }),
              href: `/children/${personId}`,
              hint: until ? t('portal.task.until', { day: lastDayOf(until, language) }) : undefined,
              status: t('portal.task.status'),
              tone: 'notStarted' as const,
            })),
            ...toDo.map((submission) => ({
              key: submission.submissionId,
              name: inLanguage(submission.title, language),
              lang: otherLanguage(submission.title, language),
              href: `/submissions/${submission.submissionId}`,
              hint: t('portal.home.savedAndKept', {
                when: dayAndTimeOf(submission.changedAt, language),
                day: formatDate(submission.keptUntil ?? '', language),
              }),
              status: t('portal.status.inProgress'),
              tone: 'inProgress' as const,
            })),
          ]}
        />
      )}
      <h2 className="govuk-heading-m">{t('portal.home.sent')}</h2>
      {sent.length === 0 ? <p className="govuk-body">{t('portal.home.nothingSent')}</p> : null}
      {sent.length > 0 ? (
        <SummaryList
          rows={sent.map((submission) => ({
            key: submission.submissionId,
            name: inLanguage(submission.title, language),
            nameLang: otherLanguage(submission.title, language),
            value: t('portal.home.sentOn', {
              reference: submission.reference ?? '',
              day: dayOf(submission.submittedAt ?? submission.changedAt, language),
            }),
            action: { href: `/submissions/${submission.submissionId}`, text: t('portal.home.view') },
          }))}
        />
      ) : null}
      <h2 className="govuk-heading-m">{t('portal.children.title')}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href="/children">
          {t('portal.home.children')}
        </a>
      </p>
      {organisations && !joinsFirst ? <HomeOrganisation mine={organisations} /> : null}
      <h2 className="govuk-heading-m">{t('portal.home.startForm')}</h2>
      {citizen?.kind ? <FormsForWhom kind={citizen.kind} /> : null}
      {forms.length === 0 ? <p className="govuk-body">{t('portal.home.noForms')}</p> : null}
      <ul className="govuk-list">
        {forms.map((form) => (
          <li key={form.formId}>
            <a
              className="govuk-link"
              href={`/forms/${form.formId}`}
              lang={otherLanguage(form.title, language)}
            >
              {inLanguage(form.title, language)}
            </a>
          </li>
        ))}
      </ul>
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

function FormsForWhom({ kind }: { kind: CitizenKind }) {
  const { t } = usePortal()
  return (
    <p className="govuk-body">
      {t(`portal.forms.for.${kind}`)}{' '}
      <a className="govuk-link" href="/account/details#citizenKind">
        {t('portal.forms.for.change')}
      </a>
    </p>
  )
}

/** Then joining comes before everything else on the page. */
function belongsNowhere({ memberships }: ServerOutputs['organisations']['mine']): boolean {
  return memberships.every(({ state }) => state !== 'active')
}
