import { NativeSelect } from '@mantine/core'
import {
  dataGroups,
  importRules,
  resolveRules,
  type DataGroup,
} from '@send/shared/suspense/conflicts/import-rules'
import { translator } from '@send/shared/texts/translator'

import classes from './import-rules.module.css'
import { whoseInWords } from './scope-words.ts'
import { ScopeTable, type ScopeCell, type ScopesShown } from './ScopeTable.tsx'

const t = translator('en')

/** Whose records, by what they tell: each cell is a rule of its own, or says what it inherits. */
export function RulesTable(shown: ScopesShown) {
  return (
    <ScopeTable
      {...shown}
      caption={t('importRules.table')}
      columns={dataGroups}
      heading={(group) => t(`importGroup.${group}`)}
      cell={(group, about) => <RuleCell group={group} {...about} />}
    />
  )
}

function RuleCell({ group, of, byDefault, onChange }: ScopeCell & { group: DataGroup }) {
  const inherited = resolveRules(byDefault, {})[group]
  const own = of.scope === 'default' ? inherited : of.rules[group]
  if (!onChange) return t(`importRule.${own ?? inherited}`)
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('importRules.cell', { group: t(`importGroup.${group}`), whose: whoseInWords(of) })}
        value={own ?? ''}
        data={[
          // For all others there is nobody to inherit from.
          ...(of.scope === 'default' ? [] : [{ value: '', label: t('importRules.inherits') }]),
          ...importRules.map((rule) => ({ value: rule, label: t(`importRule.${rule}`) })),
        ]}
        onChange={(event) => {
          const { [group]: _, ...others } = of.rules
          const rule = importRules.find((each) => each === event.currentTarget.value)
          onChange(rule ? { ...others, [group]: rule } : others)
        }}
      />
      {own === undefined && <span className={classes.inherited}>{t(`importRule.${inherited}`)}</span>}
    </>
  )
}
