import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import type { ServerOutputs } from '../../api.ts'
import { TaskList } from '../../design/TaskList.tsx'
import { usePortal } from '../../use-portal.ts'
import { dayAndTimeOf } from '../times.ts'

/** The forms that others share with the visitor; nothing where nobody does. */
export function SharedWithMe({ forms }: { forms: ServerOutputs['sharedForms']['listMine']['forms'] }) {
  const { t, language } = usePortal()
  if (forms.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.shared.heading')}</h2>
      <TaskList
        tasks={forms.map(({ submissionId, title, ownerName, role, changedAt }) => ({
          key: submissionId,
          name: inLanguage(title, language),
          lang: otherLanguage(title, language),
          href: `/shared/${submissionId}`,
          hint: t('portal.shared.of', {
            name: ownerName,
            role: t(`portal.sharing.role.${role}`),
            when: dayAndTimeOf(changedAt, language),
          }),
          status: t('portal.status.inProgress'),
          tone: 'inProgress' as const,
        }))}
      />
    </>
  )
}
