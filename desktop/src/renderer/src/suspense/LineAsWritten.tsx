import { Text, Title } from '@mantine/core'
import { personColumns } from '@send/shared/people/person-columns'
import { translator } from '@send/shared/texts/translator'

import { momentInWords } from '../submissions/work-list/date-words.ts'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import type { IncomingCard } from './suspense-words.ts'
import classes from './suspense.module.css'

const t = translator('en')

type Line = NonNullable<IncomingCard['line']>

/** A child out of a file: who sent it, the line as it was written, and what could not be read of it. */
export function LineAsWritten({ line: { school, asWritten, flags, corrected, corrects } }: { line: Line }) {
  const before = corrected?.before
  const told = personColumns.filter((column) => asWritten[column] !== '' || (before && before[column] !== ''))
  return (
    <section className={classes.line} aria-label={t('suspense.line.title')}>
      <Title order={3} size="sm">
        {t('suspense.line.title')}
      </Title>
      <Text size="sm">
        {school === null ? t('suspense.line.noSchool') : t('suspense.line.from', { school })}
      </Text>
      {corrected && (
        <StatusMark
          shape="warning"
          word={t('suspense.line.corrected', { when: momentInWords(corrected.at) })}
        />
      )}
      {corrects && <StatusMark shape="warning" word={correctsInWords(corrects)} />}
      <dl className={classes.written}>
        {told.map((column) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>
              {asWritten[column] || t('suspense.line.nowEmpty')}
              {before && before[column] !== asWritten[column] && (
                <span className={classes.before}>
                  {before[column]
                    ? t('suspense.line.before', { before: before[column] })
                    : t('suspense.line.beforeEmpty')}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {flags.length > 0 && (
        <ul className={classes.flags}>
          {/* The list is never changed, and two cells may be odd in the same way. */}
          {flags.map((flag, place) => (
            <li key={place}>
              <StatusMark shape="warning" word={flag} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function correctsInWords({ state, by, at }: NonNullable<Line['corrects']>): string {
  return state === 'ready' || state === 'discarded'
    ? t('suspense.line.corrects', { by, when: momentInWords(at) })
    : t('suspense.line.correctsWaiting')
}
