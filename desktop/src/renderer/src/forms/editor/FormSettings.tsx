import { NativeSelect, Stack } from '@mantine/core'
import { FormCode } from '@send/shared/forms/form-code'
import { Audience, FormFlow, FormPurpose, type FormDefinition } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'

import { CheckedBox } from '../fields/CheckedBox.tsx'
import { OptionalNumberBox } from '../fields/NumberBox.tsx'
import { OptionalTextPair, TextPair } from '../fields/TextPair.tsx'
import { AccessTable } from './AccessTable.tsx'
import { LanguageSettings } from './LanguageSettings.tsx'

const t = translator('en')

type FormSettingsProps = {
  definition: FormDefinition
  onChange: (definition: FormDefinition, field?: string) => void
}

/** What the form is as a whole. */
export function FormSettings({ definition, onChange }: FormSettingsProps) {
  function takeCode(typed: string): boolean {
    const code = FormCode.safeParse(typed.trim().toUpperCase())
    if (code.success) onChange({ ...definition, code: code.data }, 'code')
    return code.success
  }
  return (
    <Stack gap="sm">
      <TextPair
        label={t('forms.formTitle')}
        value={definition.title}
        onChange={(title, field) => onChange({ ...definition, title }, field)}
      />
      <LanguageSettings definition={definition} onChange={onChange} />
      <CheckedBox
        label={t('forms.code')}
        hint={t('forms.codeHint')}
        kept={definition.code}
        wrong={t('forms.codeWrong')}
        take={takeCode}
      />
      <NativeSelect
        size="xs"
        label={t('forms.family')}
        value={definition.family ?? 'portal'}
        onChange={(event) => {
          const { family: _, ...others } = definition
          onChange(event.currentTarget.value === 'internal' ? { ...others, family: 'internal' } : others)
        }}
        data={(['portal', 'internal'] as const).map((value) => ({
          value,
          label: t(`forms.family.${value}`),
        }))}
      />
      <NativeSelect
        size="xs"
        label={t('forms.audience')}
        value={definition.audience}
        onChange={(event) => onChange({ ...definition, audience: Audience.parse(event.currentTarget.value) })}
        data={Audience.options.map((value) => ({ value, label: t(`forms.audience.${value}`) }))}
      />
      <NativeSelect
        size="xs"
        label={t('forms.purpose')}
        value={definition.purpose}
        onChange={(event) =>
          onChange({ ...definition, purpose: FormPurpose.parse(event.currentTarget.value) })
        }
        data={FormPurpose.options.map((value) => ({ value, label: t(`forms.purpose.${value}`) }))}
      />
      {definition.family !== 'internal' && (
        <NativeSelect
          size="xs"
          label={t('forms.flow')}
          description={t('forms.flowHint')}
          value={definition.flow ?? 'onePageAtATime'}
          onChange={(event) => {
            const { flow: _, ...others } = definition
            onChange(event.currentTarget.value === 'taskList' ? { ...others, flow: 'taskList' } : others)
          }}
          data={FormFlow.options.map((value) => ({ value, label: t(`forms.flow.${value}`) }))}
        />
      )}
      <OptionalTextPair
        label={t('forms.guidance')}
        lines={3}
        value={definition.guidance}
        onChange={(guidance, field) => {
          const { guidance: _, ...others } = definition
          onChange(guidance ? { ...others, guidance } : others, field)
        }}
      />
      <OptionalNumberBox
        label={t('forms.dueDays')}
        hint={t('forms.dueDaysHint')}
        value={definition.informationDueDays}
        min={1}
        max={365}
        onChange={(informationDueDays) => {
          const { informationDueDays: _, ...others } = definition
          onChange(informationDueDays ? { ...others, informationDueDays } : others, 'dueDays')
        }}
      />
      <AccessTable
        accessList={definition.accessList}
        onChange={(accessList) => onChange({ ...definition, accessList })}
      />
    </Stack>
  )
}
