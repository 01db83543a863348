import type { ServerOutputs } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { usePortal } from '../../use-portal.ts'

type Questions = ServerOutputs['senderQuestions']['exportMine']

/** What was asked about the forms of a download, and what was answered; nothing where nothing was. */
export function MyQuestionsRead({ questions }: Questions) {
  const { t } = usePortal()
  if (questions.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('portal.question.exported')}</h2>
      <SummaryList
        rows={questions.map(({ reference, question, answer }, index) => ({
          key: String(index),
          name: `${reference ?? ''}: ${question}`,
          value: answer ?? t('values.notAnswered'),
        }))}
      />
    </section>
  )
}
