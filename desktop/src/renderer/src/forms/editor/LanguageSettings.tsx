import { Checkbox, TextInput } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

const mostLetters = 500

type LanguageSettingsProps = {
  definition: FormDefinition
  onChange: (definition: FormDefinition, field?: string) => void
}

/** Whether the form has Welsh; that it has none is said with a reason, or every text must have its Welsh. */
export function LanguageSettings({ definition, onChange }: LanguageSettingsProps) {
  const { englishOnly, ...bilingual } = definition
  return (
    <>
      <Checkbox
        size="xs"
        label={t('gate.englishOnly')}
        styles={{ description: { color: 'var(--mantine-color-text)' } }}
        description={t('gate.englishOnlyHint')}
        checked={englishOnly !== undefined}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { ...definition, englishOnly: '' } : bilingual)
        }
      />
      {englishOnly !== undefined && (
        <TextInput
          size="xs"
          label={t('gate.englishOnlyReason')}
          value={englishOnly}
          maxLength={mostLetters}
          onChange={(event) =>
            onChange({ ...definition, englishOnly: event.currentTarget.value }, 'englishOnly')
          }
        />
      )}
    </>
  )
}
