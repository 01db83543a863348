import { Checkbox, Stack } from '@mantine/core'
import { newChoiceOption } from '@send/shared/forms/questions/single-choice'
import { translator } from '@send/shared/texts/translator'

import { OptionList } from '../fields/OptionList.tsx'
import { TextPair } from '../fields/TextPair.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** The options of which any number is chosen, and whether “none of these” stands beside them. */
export function MultipleChoiceEditor({ question, onChange }: EditorProps<'multipleChoice'>) {
  const { none } = question
  function offerNone(offered: boolean) {
    const { none: _, ...others } = question
    // In both languages, so that nobody need think of it twice.
    const label = { en: translator('en')('forms.noneOfThese'), cy: 'Dim un o’r rhain' }
    onChange(offered ? { ...others, none: { ...newChoiceOption(), label } } : others)
  }
  return (
    <Stack gap="sm">
      <OptionList
        options={question.options}
        onChange={(options, field) => onChange({ ...question, options }, field)}
      />
      <Checkbox
        size="xs"
        label={t('forms.offerNone')}
        checked={none !== undefined}
        onChange={(event) => offerNone(event.currentTarget.checked)}
      />
      {none && (
        <TextPair
          label={t('forms.noneWording')}
          value={none.label}
          onChange={(label, field) => onChange({ ...question, none: { ...none, label } }, field)}
        />
      )}
    </Stack>
  )
}
