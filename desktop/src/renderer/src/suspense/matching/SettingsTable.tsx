import { suspenseSources } from '@send/shared/suspense/matching-settings'
import { translator } from '@send/shared/texts/translator'

import classes from './matching.module.css'
import { previewInWords, type Preview, type Settings } from './matching-words.ts'
import { ShareCell } from './ShareCell.tsx'
import { ThresholdCell } from './ThresholdCell.tsx'

const t = translator('en')

type SettingsTableProps = {
  settings: Settings
  preview: Preview | undefined
  /** None for whoever may only look. */
  onChange: ((settings: Settings) => void) | undefined
}

/** One row a source: from when on it is automatic, what that would have done, and how much is reviewed. */
export function SettingsTable({ settings, preview, onChange }: SettingsTableProps) {
  return (
    <table className={classes.table}>
      <caption>{t('matching.settingsTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('matching.source')}</th>
          <th scope="col">{t('matching.automaticFrom')}</th>
          <th scope="col">{t('matching.onPast')}</th>
          <th scope="col">{t('matching.againstPresent')}</th>
          <th scope="col">{t('matching.reviewedShare')}</th>
        </tr>
      </thead>
      <tbody>
        {suspenseSources.map((source) => {
          const setting = settings[source]
          const past = preview?.sources.find((each) => each.source === source)
          const change =
            onChange &&
            ((part: Partial<typeof setting>) => onChange({ ...settings, [source]: { ...setting, ...part } }))
          const { done, changed } = past ? previewInWords(past) : { done: '', changed: '' }
          return (
            <tr key={source}>
              <th scope="row">{t(`suspense.source.${source}`)}</th>
              <td>
                <ThresholdCell
                  source={source}
                  value={setting.automaticFrom}
                  onChange={change && ((automaticFrom) => change({ automaticFrom }))}
                />
              </td>
              <td>{done}</td>
              <td>{changed}</td>
              <td>
                <ShareCell
                  source={source}
                  value={setting.reviewedShare}
                  onChange={change && ((reviewedShare) => change({ reviewedShare }))}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
