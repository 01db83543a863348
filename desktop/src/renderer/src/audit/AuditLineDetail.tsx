import { Button, Group } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import {
  actionInWords,
  childInWords,
  originInWords,
  secondInWords,
  whoInWords,
  type AuditLine,
} from './audit-words.ts'
import classes from './audit.module.css'
import type { Found } from './FindOne.tsx'

const t = translator('en')

type AuditLineDetailProps = {
  line: AuditLine
  onOnlyUser: (user: Found) => void
  onOnlyChild: (child: Found) => void
}

/** Everything that was recorded with one line, and the way to more of the same child or user. */
export function AuditLineDetail({ line, onOnlyUser, onOnlyChild }: AuditLineDetailProps) {
  const { actor, person } = line
  const { userId, email } = actor
  const facts: [string, string | null][] = [
    [t('audit.column.when'), secondInWords(line.at)],
    [t('audit.detail.exact'), line.at],
    [t('audit.column.who'), whoInWords(line)],
    [t('audit.detail.user'), email],
    [t('audit.column.what'), `${actionInWords(line.action)} (${line.action})`],
    [t('audit.column.outcome'), t(`audit.outcome.${line.outcome}`)],
    [t('audit.column.child'), childInWords(line)],
    [t('audit.column.why'), line.reason],
    [t('audit.column.from'), originInWords(line)],
    [t('audit.detail.object'), `${line.objectKind} ${line.objectId}`],
    [t('audit.detail.details'), JSON.stringify(line.details)],
    [t('audit.detail.request'), line.requestId],
    [t('audit.detail.line'), line.id],
  ]
  return (
    <section aria-label={t('audit.detail')}>
      <Group gap="xs" mb="xs">
        {userId && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onOnlyUser({ id: userId, name: whoInWords(line), hint: email ?? '' })}
          >
            {t('audit.onlyUser')}
          </Button>
        )}
        {person && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onOnlyChild({ id: person.personId, name: childInWords(line), hint: '' })}
          >
            {t('audit.onlyChild')}
          </Button>
        )}
      </Group>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
