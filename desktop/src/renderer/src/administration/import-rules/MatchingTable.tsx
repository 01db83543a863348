import { NativeSelect } from '@mantine/core'
import {
  recognitionSettings,
  mayStandUnder,
  type RecognitionSetting,
} from '@send/shared/suspense/conflicts/import-rules'
import { translator } from '@send/shared/texts/translator'

import classes from './import-rules.module.css'
import { whoseInWords } from './scope-words.ts'
import { ScopeTable, type ScopeCell, type ScopesShown } from './ScopeTable.tsx'

const t = translator('en')

/** Whose records, by how a child is recognised: which rules are in force, and whether nobody’s children are added. */
export function MatchingTable(shown: ScopesShown) {
  return (
    <ScopeTable
      {...shown}
      caption={t('importRules.matchingTable')}
      columns={recognitionSettings}
      heading={(setting) => (
        <>
          {t(`recognition.${setting}`)}
          <span className={classes.hint}>{t(`recognitionHint.${setting}`)}</span>
        </>
      )}
      cell={(setting, about) => <SettingCell setting={setting} {...about} />}
    />
  )
}

function SettingCell({ setting, of, byDefault, onChange }: ScopeCell & { setting: RecognitionSetting }) {
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
