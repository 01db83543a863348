import type { CaseloadView, CaseState } from '@send/shared/involvements/caseload'
import type { ServerOutputs } from '../../api.ts'
import { formatDate } from '@send/shared/values/plain-date'
import { usePortal } from '../../use-portal.ts'
import { dueDayInWords } from '../due-words.ts'

type CaseChild = ServerOutputs['advice']['listCaseload']['children'][number]
type CaseloadListProps = { view: CaseloadView; items: CaseChild[]; isFiltered: boolean }

const tags: Record<CaseState, string> = {
  overdue: 'govuk-tag--red',
  due: 'govuk-tag--blue',
  answered: 'govuk-tag--green',
  noRequest: 'govuk-tag--grey',
}

/** The children of one view, each with how it stands, the way to it, and the way off the list. */
export function CaseloadList({ view, items, isFiltered }: CaseloadListProps) {
  const { t } = usePortal()
  if (items.length === 0) {
    const why = isFiltered ? 'portal.caseload.noneFound' : (`portal.caseload.none.${view}` as const)
    return <p className="govuk-body">{t(why)}</p>
  }
  return (
    <>
      <p className="govuk-body">{t('portal.caseload.found', { count: items.length })}</p>
      <ul className="govuk-list send-cases">
        {items.map((child) => (
          <CaseItem key={child.personId} view={view} child={child} />
        ))}
      </ul>
    </>
  )
}

function CaseItem({ view, child }: { view: CaseloadView; child: CaseChild }) {
  const { t } = usePortal()
  const { personId, hidden, state, seesProgress, request } = child
  const name = `${child.givenNames} ${child.familyName}`
  const progress = `/children/${personId}`
  return (
    <li className="send-case">
      <div className="send-case-head">
        <h2 className="govuk-heading-s">
          <a className="govuk-link" href={request ? `/advice/${request.adviceRequestId}` : progress}>
            {name}
          </a>
        </h2>
        <strong className={`govuk-tag ${tags[state]}`}>{t(`portal.caseload.state.${state}`)}</strong>
      </div>
      <CaseFacts child={child} />
      <div className="send-case-acts">
        {request && seesProgress ? (
          <a className="govuk-link govuk-body" href={progress}>
            {t('portal.caseload.progress')}
            <span className="govuk-visually-hidden"> – {name}</span>
          </a>
        ) : null}
        <form method="post" action={`/caseload?view=${view}`} className="send-plain-form">
          <input type="hidden" name="personId" value={personId} />
          <button className="send-link-button govuk-body" name="intent" value={hidden ? 'show' : 'hide'}>
            {t(hidden ? 'portal.caseload.show' : 'portal.caseload.hide')}
            <span className="govuk-visually-hidden"> – {name}</span>
          </button>
        </form>
      </div>
    </li>
  )
}

function CaseFacts({ child: { dateOfBirth, state, request } }: { child: CaseChild }) {
  const { t, language } = usePortal()
  const isOpen = state === 'overdue' || state === 'due'
  const holder = request?.heldBy
  const facts = [
    dateOfBirth ? t('portal.caseload.born', { day: formatDate(dateOfBirth, language) }) : '',
    isOpen && request ? `${t('portal.advice.due')} ${dueDayInWords(request.dueOn, t, language)}` : '',
    isOpen && holder
      ? holder.isMe
        ? t('portal.caseload.heldByYou')
        : t('portal.caseload.heldBy', { name: holder.name })
      : '',
  ]
  return <p className="govuk-body govuk-hint send-lines">{facts.filter(Boolean).join('\n')}</p>
}
