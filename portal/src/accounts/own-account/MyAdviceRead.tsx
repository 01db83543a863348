import { formatDate } from '@send/shared/values/plain-date'
import type { ServerOutputs } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { usePortal } from '../../use-portal.ts'

type Advice = ServerOutputs['advice']['exportMine']

/** The requests for advice of a download; nothing where there are none. */
export function MyAdviceRead({ requests }: Advice) {
  const { t, language } = usePortal()
  if (requests.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('portal.data.advice')}</h2>
      <SummaryList
        rows={requests.map(({ child, organisation, form, askedOn, dueOn, state, whatChecked }, index) => ({
          key: String(index),
          name: `${child}: ${form}`,
          value: [
            organisation,
            `${t('portal.advice.askedOn')}: ${formatDate(askedOn, language)}`,
            `${t('portal.advice.due')}: ${formatDate(dueOn, language)}`,
            t(`portal.advice.state.${state}`),
            ...(whatChecked ? [`${t('portal.advice.checked')}: ${whatChecked}`] : []),
          ].join('\n'),
        }))}
      />
    </section>
  )
}
