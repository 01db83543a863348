import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import type { RouterContextProvider } from 'react-router'
import { serverApi, type ServerOutputs } from '../../api.ts'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { keptDayOf } from '../../submissions/times.ts'
import { visitorContext } from '../../visitor.ts'

type PageArgs = { context: Readonly<RouterContextProvider>; request: Request }
type Unsent = ServerOutputs['submissions']['listMine']['submissions']

/** The visitor's forms that were begun and not sent. */
export async function listUnsent({ context, request }: PageArgs): Promise<Unsent> {
  const { submissions } = await fromServer(
    request,
    serverApi(context.get(visitorContext)).submissions.listMine.query({}),
  )
  return submissions.filter(({ status }) => status === 'inProgress')
}

/** What becomes of unsent forms when their owner closes the account, each with the last day on which it is kept. */
export function UnsentForms({ forms }: { forms: Unsent }) {
  const { t, language } = usePortal()
  if (forms.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.close.unsent.heading')}</h2>
      <p className="govuk-body">{t('portal.close.unsent.text')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {forms.map(({ submissionId, title, keptUntil }) => (
          <li key={submissionId}>
            <span lang={otherLanguage(title, language)}>{inLanguage(title, language)}</span>
            {': '}
            {t('portal.close.unsent.until', { day: keptDayOf(keptUntil, language) })}
          </li>
        ))}
      </ul>
    </>
  )
}
