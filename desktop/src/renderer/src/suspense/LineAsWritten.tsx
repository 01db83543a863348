import { Text, Title } from '@mantine/core'
import { personColumns } from '@send/shared/people/person-columns'
import { translator } from '@send/shared/texts/translator'

import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import type { IncomingCard } from './suspense-words.ts'
import classes from './suspense.module.css'

const t = translator('en')

/** A child out of a file: who sent it, the line as it was written, and what could not be read of it. */
export function LineAsWritten({
  line: { school, asWritten, flags },
}: {
  line: NonNullable<IncomingCard['line']>
}) {
  const told = personColumns.filter((column) => asWritten[column] !== '')
  return (
    <section className={classes.line} aria-label={t('suspense.line.title')}>
      <Title order={3} size="sm">
        {t('suspense.line.title')}
      </Title>
      <Text size="sm">
        {school === null ? t('suspense.line.noSchool') : t('suspense.line.from', { school })}
      </Text>
      <dl className={classes.written}>
        {told.map((column) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{asWritten[column]}</dd>
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
