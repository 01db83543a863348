import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { SummaryList } from '../../design/SummaryList.tsx'
import { useOfRequest } from '../../of-request.tsx'
import { usePortal } from '../../use-portal.ts'
import { listSteps, stepHref } from '../form-steps.ts'
import type { MySubmission } from '../mine.ts'
import { whenOf } from '../times.ts'
import { formActivity } from './form-activity.ts'

/** Who last changed which part of a shared form, and where comments wait. */
export function Activity({ submission }: { submission: MySubmission }) {
  const { t, language } = usePortal()
  const { changes, comments } = useOfRequest(formActivity)
  const { definition, place } = submission
  const steps = listSteps(place, definition)
  const rows = definition.pages.flatMap((page) => {
    const own = changes.filter(({ pageId }) => pageId === page.id)
    const open = comments.find(({ pageId }) => pageId === page.id)?.open ?? 0
    if (own.length === 0 && open === 0) return []
    const lines = own.map(({ name, at }) => {
      const when = whenOf(at, language, t)
      return name === null
        ? t('portal.sharing.activityYou', { when })
        : t('portal.sharing.activityBy', { name, when })
    })
    const step = steps.find((candidate) => candidate.page.id === page.id)
    return [
      {
        key: page.id,
        name: inLanguage(page.title, language),
        nameLang: otherLanguage(page.title, language),
        value: [...lines, ...(open > 0 ? [t('portal.sharing.openComments', { count: open })] : [])].join(
          '\n',
        ),
        action: step ? { href: stepHref(place, step), text: t('portal.home.view') } : undefined,
      },
    ]
  })
  if (rows.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.sharing.activity')}</h2>
      <SummaryList rows={rows} />
    </>
  )
}
