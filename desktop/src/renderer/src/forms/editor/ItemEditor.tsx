import { Stack } from '@mantine/core'
import { changePage, changeQuestion, changeSection } from '@send/shared/forms/edit-definition'
import {
  findPage,
  findQuestion,
  findSection,
  type FormDefinition,
  type Page,
  type Section,
} from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { memo } from 'react'

import { BankStrip } from '../bank/BankStrip.tsx'
import { IntoBank } from '../bank/IntoBank.tsx'
import { LockedMembers } from '../bank/LockedMembers.tsx'
import type { BankOffers } from '../bank/useBankOffers.ts'
import { OptionalTextPair, TextPair } from '../fields/TextPair.tsx'
import classes from '../form-builder.module.css'
import { PartLogic } from '../logic/PartLogic.tsx'
import { QuestionLogic } from '../logic/QuestionLogic.tsx'
import { QuestionEditor } from '../questions/question-editors.tsx'
import { FormSettings } from './FormSettings.tsx'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

type ItemEditorProps = Pick<FormEditing, 'definition' | 'selected' | 'edit'> & { bank: BankOffers }

/** The editor of what is selected: the form, a page, a section or a question. Drawn anew only when the form changed. */
export const ItemEditor = memo(function ItemEditor({ definition, selected, edit, bank }: ItemEditorProps) {
  const question = findQuestion(definition, selected)
  const page = findPage(definition, selected)
  const section = findSection(definition, selected)
  const fieldOf = (field?: string) => (field === undefined ? undefined : `${selected} ${field}`)
  if (question) {
    const change = (changed: Question, field?: string) =>
      edit((form) => changeQuestion(form, question.id, () => changed), { field: fieldOf(field) })
    return (
      <>
        <h2 className={classes.paneHeading}>{t(`forms.type.${question.type}`)}</h2>
        {question.bank ? (
          <BankStrip
            key={`${question.id} bank`}
            question={question}
            definition={definition}
            known={bank.known.find(({ questionId }) => questionId === question.bank?.questionId)}
            offer={bank.offers.get(question.id)}
            onChange={change}
          />
        ) : (
          <IntoBank key={`${question.id} bank`} question={question} onTied={change} />
        )}
        <QuestionEditor
          key={question.id}
          question={question}
          definition={definition}
          locked={question.bank !== undefined}
          onChange={change}
        />
        {question.bank && question.type === 'group' ? (
          <LockedMembers key={`${question.id} members`} question={question} onChange={change} />
        ) : null}
        <QuestionLogic
          key={`${question.id} logic`}
          question={question}
          definition={definition}
          onChange={change}
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
        <HeadedSettings
          key={page.id}
          kind="page"
          part={page}
          definition={definition}
          onChange={(changed, field) =>
            edit((form) => changePage(form, page.id, () => changed), { field: fieldOf(field) })
          }
        />
      </>
    )
  }
  if (section) {
    return (
      <>
        <h2 className={classes.paneHeading}>{t('forms.section')}</h2>
        <HeadedSettings
          key={section.id}
          kind="section"
          part={section}
          definition={definition}
          onChange={(changed, field) =>
            edit((form) => changeSection(form, section.id, () => changed), { field: fieldOf(field) })
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
})

type HeadedSettingsProps<Part> = {
  kind: 'page' | 'section'
  part: Part
  definition: FormDefinition
  onChange: (part: Part, field?: string) => void
}

/** What pages and sections have alike: a title, guidance, and when they are shown. */
function HeadedSettings<Part extends Page | Section>(props: HeadedSettingsProps<Part>) {
  const { kind, part, definition, onChange } = props
  return (
    <Stack gap="sm">
      <TextPair
        label={t(kind === 'page' ? 'forms.pageTitle' : 'forms.sectionTitle')}
        value={part.title}
        onChange={(title, field) => onChange({ ...part, title }, field)}
      />
      <OptionalTextPair
        label={t('forms.guidance')}
        lines={3}
        value={part.guidance}
        onChange={(guidance, field) => {
          const { guidance: _, ...others } = part
          // Guidance may be left out of both.
          onChange((guidance ? { ...others, guidance } : others) as Part, field)
        }}
      />
      <PartLogic kind={kind} part={part} definition={definition} onChange={onChange} />
    </Stack>
  )
}
