import { Group } from '@mantine/core'
import { mostPence, type Money } from '@send/shared/forms/questions/money'
import { translator } from '@send/shared/texts/translator'
import { findPence, formatPence } from '@send/shared/values/pence'

import { DecimalBox } from '../fields/DecimalBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** Between which sums the answer lies; typed in pounds, kept in pence. */
export function MoneyEditor({ question, onChange }: EditorProps<'money'>) {
  function change(limit: 'min' | 'max', value: number | undefined) {
    const { [limit]: _, ...others } = question
    const changed: Money = value === undefined ? others : { ...others, [limit]: value }
    onChange(changed, limit)
  }
  return (
    <Group gap="sm" align="start">
      {(['min', 'max'] as const).map((limit) => (
        <DecimalBox
          key={limit}
          label={t(`forms.${limit}Sum`)}
          value={question[limit]}
          min={0}
          max={mostPence}
          find={findPence}
          show={(pence) => formatPence(pence, 'en')}
          onChange={(value) => change(limit, value)}
        />
      ))}
    </Group>
  )
}
