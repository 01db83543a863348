import { Title } from '@mantine/core'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { askedForm, listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { SubmittedForm } from '../../submissions/SubmittedForm.tsx'

const t = translator('en')

/** An unfinished form for who may read but not write it: as far as it has come. */
export function UnfinishedRead({ details }: { details: RouterOutputs['internalForms']['get'] }) {
  const { definition, answers, today, person, changedBy, changedAt } = details
  const state = evaluateForm(definition, answers, { today, person })
  const title = inLanguage(definition.title, 'en')
  return (
    <article aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <p>{t('filling.readOnly', { by: changedBy, when: momentInWords(changedAt) })}</p>
      <SubmittedForm definition={askedForm(state)} answers={listCountedAnswers(state)} files={[]} />
    </article>
  )
}
