import { NativeSelect } from '@mantine/core'
import {
  recognitionSettings,
  mayStandUnder,
  type RecognitionSetting,
  type RuleSet,
} from '@send/shared/suspense/conflicts/import-rules'
import { translator } from '@send/shared/texts/translator'

import classes from './import-rules.module.css'
import { hintOf, whoseInWords, type ScopeRules } from './scope-words.ts'

const t = translator('en')

type MatchingTableProps = {
  scopes: readonly ScopeRules[]
  /** None for whoever may only look. */
  onChange: ((scopes: ScopeRules[]) => void) | undefined
}

/** Whose records, by how a child is recognised: which rules are in force, and whether nobody’s children are added. */
export function MatchingTable({ scopes, onChange }: MatchingTableProps) {
  const byDefault = scopes.find(({ scope }) => scope === 'default')?.rules ?? {}
  return (
    <table className={classes.rules}>
      <caption>{t('importRules.matchingTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importRules.whose')}</th>
          {recognitionSettings.map((setting) => (
            <th key={setting} scope="col">
              {t(`recognition.${setting}`)}
              <span className={classes.hint}>{t(`recognitionHint.${setting}`)}</span>
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
            {recognitionSettings.map((setting) => (
              <td key={setting}>
                <SettingCell
                  setting={setting}
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

type SettingCellProps = {
  setting: RecognitionSetting
  of: ScopeRules
  byDefault: RuleSet
  onChange: ((rules: RuleSet) => void) | undefined
}

function SettingCell({ setting, of, byDefault, onChange }: SettingCellProps) {
  const usual = setting !== 'addIfUnmatched'
  const inherited = byDefault[setting] ?? usual
  // What nobody can inherit is said outright.
  const inherits = usual && of.scope !== 'default'
  const own = of.rules[setting] ?? (inherits ? undefined : inherited)
  if (!onChange || !mayStandUnder(of.scope, { [setting]: true })) return wordOf(setting, own ?? inherited)
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('importRules.cell', {
          group: t(`recognition.${setting}`),
          whose: whoseInWords(of),
        })}
        value={own === undefined ? '' : String(own)}
        data={[
          ...(inherits ? [{ value: '', label: t('importRules.inherits') }] : []),
          ...[usual, !usual].map((value) => ({ value: String(value), label: wordOf(setting, value) })),
        ]}
        onChange={(event) => {
          const { [setting]: _, ...others } = of.rules
          const chosen = event.currentTarget.value
          const isUsual = chosen === '' || (!inherits && chosen === String(usual))
          onChange(isUsual ? others : { ...others, [setting]: chosen === 'true' })
        }}
      />
      {own === undefined && <span className={classes.inherited}>{wordOf(setting, inherited)}</span>}
    </>
  )
}

function wordOf(setting: RecognitionSetting, value: boolean): string {
  if (setting === 'addIfUnmatched') return t(value ? 'importRules.addedAsNew' : 'importRules.officerDecides')
  return t(value ? 'importRules.inForce' : 'importRules.off')
}
