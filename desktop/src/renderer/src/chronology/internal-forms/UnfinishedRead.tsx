import { Title } from '@mantine/core'
import { withFiles } from '@send/shared/forms/answers'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { askedForm, listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { SubmittedForm } from '../../submissions/SubmittedForm.tsx'
import type { FormFiles } from './useFormFiles.ts'

const t = translator('en')

type UnfinishedReadProps = {
  details: RouterOutputs['internalForms']['get']
  files: FormFiles['files']
}

/** An unfinished form for who may read but not write it: as far as it has come. */
export function UnfinishedRead({ details, files }: UnfinishedReadProps) {
  const { definition, today, person, changedBy, changedAt } = details
  const answers = withFiles(definition, details.answers, files)
  const state = evaluateForm(definition, answers, { today, person })
  const title = inLanguage(definition.title, 'en')
  return (
    <article aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <p>{t('filling.readOnly', { by: changedBy, when: momentInWords(changedAt) })}</p>
      <SubmittedForm definition={askedForm(state)} answers={listCountedAnswers(state)} files={files} />
    </article>
  )
}
