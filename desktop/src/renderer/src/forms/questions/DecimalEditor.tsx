import { Group } from '@mantine/core'
import { findDecimal, mostDecimal, mostPlaces, type Decimal } from '@send/shared/forms/questions/decimal'
import { translator } from '@send/shared/texts/translator'
import { formatNumber } from '@send/shared/values/number'

import { DecimalBox } from '../fields/DecimalBox.tsx'
import { NumberBox } from '../fields/NumberBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** Between which numbers the answer lies, and how fine it may be. */
export function DecimalEditor({ question, onChange }: EditorProps<'decimal'>) {
  function change(limit: 'min' | 'max', value: number | undefined) {
    const { [limit]: _, ...others } = question
    const changed: Decimal = value === undefined ? others : { ...others, [limit]: value }
    onChange(changed, limit)
  }
  return (
    <Group gap="sm" align="start">
      {(['min', 'max'] as const).map((limit) => (
        <DecimalBox
          key={limit}
          label={t(`forms.${limit}`)}
          value={question[limit]}
          min={-mostDecimal}
          max={mostDecimal}
          find={findDecimal}
          show={(value) => formatNumber(value, 'en')}
          onChange={(value) => change(limit, value)}
        />
      ))}
      <NumberBox
        label={t('forms.places')}
        value={question.places}
        min={1}
        max={mostPlaces}
        onChange={(places) => onChange({ ...question, places }, 'places')}
      />
    </Group>
  )
}
