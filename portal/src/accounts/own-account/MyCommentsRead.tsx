import type { ServerOutputs } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { dayAndTimeOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'

type OwnData = ServerOutputs['submissions']['exportMine']

/** The comments on forms in progress of a download; nothing where there are none. */
export function MyCommentsRead({ comments }: Pick<OwnData, 'comments'>) {
  const { t, language } = usePortal()
  if (comments.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('portal.data.comments')}</h2>
      <SummaryList
        rows={comments.map(({ form, page, by, words, writtenAt }, index) => ({
          key: String(index),
          name: `${form}: ${page}`,
          value: `${by ?? t('portal.advice.you')}, ${dayAndTimeOf(writtenAt, language)}\n${words}`,
        }))}
      />
    </section>
  )
}
