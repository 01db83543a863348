import { NativeSelect } from '@mantine/core'
import {
  dataGroups,
  importRules,
  resolveRules,
  type DataGroup,
  type RuleSet,
} from '@send/shared/suspense/conflicts/import-rules'
import { translator } from '@send/shared/texts/translator'

import classes from './import-rules.module.css'
import { hintOf, whoseInWords, type ScopeRules } from './scope-words.ts'

const t = translator('en')

type RulesTableProps = {
  scopes: readonly ScopeRules[]
  /** None for whoever may only look. */
  onChange: ((scopes: ScopeRules[]) => void) | undefined
}

/** Whose records, by what they tell: each cell is a rule of its own, or says what it inherits. */
export function RulesTable({ scopes, onChange }: RulesTableProps) {
  const byDefault = scopes.find(({ scope }) => scope === 'default')?.rules ?? {}
  return (
    <table className={classes.rules}>
      <caption>{t('importRules.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importRules.whose')}</th>
          {dataGroups.map((group) => (
            <th key={group} scope="col">
              {t(`importGroup.${group}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scopes.map((one) => (
          <tr key={one.scope}>
            <th scope="row">
              {whoseInWords(one)}
              <span className={classes.hint}>{hintOf(one)}</span>
            </th>
            {dataGroups.map((group) => (
              <td key={group}>
                <RuleCell
                  group={group}
                  of={one}
                  byDefault={byDefault}
                  onChange={
                    onChange &&
                    ((rules) => onChange(scopes.map((each) => (each === one ? { ...one, rules } : each))))
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type RuleCellProps = {
  group: DataGroup
  of: ScopeRules
  byDefault: RuleSet
  onChange: ((rules: RuleSet) => void) | undefined
}

function RuleCell({ group, of, byDefault, onChange }: RuleCellProps) {
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
