import { Title } from '@mantine/core'
import type { RecordUnit } from '@send/shared/people/record-units'
import { translator } from '@send/shared/texts/translator'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Empty } from '../../submissions/work-list/ScreenStates.tsx'
import { changedInWords, nameOfUnit, recordUnitInWords, type EarlierValue } from './record-words.ts'
import people from '../people.module.css'
import classes from './record.module.css'

const t = translator('en')

/** What an officer looks for together. */
const groups = {
  names: ['givenNames', 'familyName', 'formerFamilyName', 'knownAs'],
  address: ['address'],
  school: ['school'],
  numbers: ['upn', 'nhsNumber', 'uln', 'externalId'],
  other: ['dateOfBirth', 'sex'],
} as const satisfies Record<string, readonly RecordUnit[]>

/** What the record of a person said before, group by group, the latest first. */
export function PersonHistory({ earlier }: { earlier: readonly EarlierValue[] }) {
  return (
    <section aria-label={t('history.title')}>
      <Title order={2} size="h5" mt="md" mb={4}>
        {t('history.title')}
      </Title>
      {earlier.length === 0 && <Empty title={t('history.none')} hint={t('history.noneHint')} />}
      {Object.entries(groups).map(([group, units]) => {
        const rows = earlier.filter(({ unit }) => (units as readonly RecordUnit[]).includes(unit))
        return rows.length === 0 ? null : (
          <HistoryTable
            key={group}
            caption={t(`history.group.${group as keyof typeof groups}`)}
            rows={rows}
          />
        )
      })}
    </section>
  )
}

function HistoryTable({ caption, rows }: { caption: string; rows: readonly EarlierValue[] }) {
  return (
    <table className={`${people.readTable} ${classes.history}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.column.what')}</th>
          <th scope="col">{t('history.column.value')}</th>
          <th scope="col">{t('history.column.from')}</th>
          <th scope="col">{t('history.column.until')}</th>
          <th scope="col">{t('history.column.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.changeId}>
            <td>{nameOfUnit(row.unit)}</td>
            <th scope="row">{recordUnitInWords(row.unit, row.values, row.schoolName)}</th>
            <td>{dateInWords(row.from)}</td>
            <td>{row.kind === 'wrong' ? t('history.wrong') : dateInWords(row.until)}</td>
            <td>{changedInWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
