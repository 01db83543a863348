import { Stack } from '@mantine/core'
import { changePage, changeQuestion } from '@send/shared/forms/edit-definition'
import { findPage, findQuestion, type Page } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'

import { OptionalTextPair, TextPair } from '../fields/TextPair.tsx'
import classes from '../form-builder.module.css'
import { QuestionEditor } from '../questions/question-editors.tsx'
import { FormSettings } from './FormSettings.tsx'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

/** The editor of what is selected: the form, a page or a question. */
export function ItemEditor({ definition, selected, edit }: FormEditing) {
  const question = findQuestion(definition, selected)
  const page = findPage(definition, selected)
  const fieldOf = (field?: string) => (field === undefined ? undefined : `${selected} ${field}`)
  if (question) {
    return (
      <>
        <h2 className={classes.paneHeading}>{t(`forms.type.${question.type}`)}</h2>
        <QuestionEditor
          key={question.id}
          question={question}
          definition={definition}
          onChange={(changed, field) =>
            edit((form) => changeQuestion(form, question.id, () => changed), { field: fieldOf(field) })
          }
        />
      </>
    )
  }
  if (page) {
    return (
      <>
        <h2 className={classes.paneHeading}>
          {t('forms.pageNumber', { number: definition.pages.indexOf(page) + 1 })}
        </h2>
        <PageSettings
          key={page.id}
          page={page}
          onChange={(changed, field) =>
            edit((form) => changePage(form, page.id, () => changed), { field: fieldOf(field) })
          }
        />
      </>
    )
  }
  return (
    <>
      <h2 className={classes.paneHeading}>{t('forms.settings')}</h2>
      <FormSettings
        definition={definition}
        onChange={(changed, field) => edit(() => changed, { field: fieldOf(field) })}
      />
    </>
  )
}

type PageSettingsProps = { page: Page; onChange: (page: Page, field?: string) => void }

function PageSettings({ page, onChange }: PageSettingsProps) {
  return (
    <Stack gap="sm">
      <TextPair
        label={t('forms.pageTitle')}
        value={page.title}
        onChange={(title, field) => onChange({ ...page, title }, field)}
      />
      <OptionalTextPair
        label={t('forms.guidance')}
        lines={3}
        value={page.guidance}
        onChange={(guidance, field) => {
          const { guidance: _, ...others } = page
          onChange(guidance ? { ...others, guidance } : others, field)
        }}
      />
    </Stack>
  )
}
