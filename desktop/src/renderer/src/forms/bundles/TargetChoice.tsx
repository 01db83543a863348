import { NativeSelect, Text, TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { titleOfForm } from '../editor/outline-items.ts'
import type { ReadBundle } from './BundleView.tsx'
import classes from './bundles.module.css'
import type { ImportPlanned } from './useImportPlan.ts'

const t = translator('en')

type TargetChoiceProps = { inspected: ReadBundle; planned: ImportPlanned }

/** Whether the file becomes a new form, under which code, or changes one that is here. */
export function TargetChoice({ inspected, planned }: TargetChoiceProps) {
  const { target, code } = planned
  const hint = target ? (target.base ? 'bundles.mergeHint' : 'bundles.mergeFirstHint') : 'bundles.newHint'
  return (
    <div className={classes.target}>
      <NativeSelect
        size="xs"
        label={t('bundles.into')}
        value={target?.formId ?? ''}
        data={[
          ...inspected.targets.map(({ formId, current }) => ({
            value: formId,
            label: t('bundles.intoForm', { code: current.code, title: titleOfForm(current) }),
          })),
          { value: '', label: t('bundles.intoNew') },
        ]}
        onChange={(event) => planned.chooseTarget(event.currentTarget.value || undefined)}
      />
      {!target && (
        <TextInput
          size="xs"
          label={t('bundles.code')}
          maxLength={30}
          spellCheck={false}
          value={code}
          onChange={(event) => planned.setCode(event.currentTarget.value.toUpperCase())}
        />
      )}
      <Text size="sm" className={classes.hint}>
        {t(hint)}
      </Text>
    </div>
  )
}
