import { Button } from '@mantine/core'
import { lastDayBefore } from '@send/shared/values/plain-date'
import type { ReactNode } from 'react'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import own from './portal-users.module.css'
import { relationInWords, scopesInWords, t, type Access } from './portal-users-words.ts'

type Cell = { heading: string; cell: (access: Access) => ReactNode }

function relationOfAccess({ relation, organisationName }: Access): string {
  const words = relationInWords(relation)
  return organisationName === null ? words : t('portalUsers.through', { relation: words, organisationName })
}

const always: Cell[] = [
  { heading: t('portalUsers.column.child'), cell: ({ childName }) => <strong>{childName}</strong> },
  { heading: t('portalUsers.column.relation'), cell: relationOfAccess },
  { heading: t('portalUsers.column.scopes'), cell: ({ scopes }) => scopesInWords(scopes) },
  { heading: t('portalUsers.column.source'), cell: ({ source }) => t(`portalUsers.source.${source}`) },
  { heading: t('portalUsers.column.reason'), cell: ({ reason }) => reason },
  { heading: t('portalUsers.column.from'), cell: ({ startsAt }) => dateInWords(startsAt) },
]

function lastDayInWords(endsAt: string): string {
  return dateInWords(lastDayBefore(new Date(endsAt)))
}

type AccessNowProps = { access: Access[]; onEnd: (access: Access) => void }

/** The children somebody sees at this moment, each with the way to end it. */
export function AccessNow({ access, onEnd }: AccessNowProps) {
  const cells: Cell[] = [
    ...always,
    {
      heading: t('portalUsers.column.until'),
      cell: ({ endsAt }) => (endsAt ? lastDayInWords(endsAt) : t('portalUsers.noEnd')),
    },
    {
      heading: t('portalUsers.column.end'),
      cell: (one) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('portalUsers.endOneLabel', { child: one.childName })}
          onClick={() => onEnd(one)}
        >
          {t('portalUsers.endOne')}
        </Button>
      ),
    },
  ]
  return <AccessTable label={t('portalUsers.now')} access={access} cells={cells} />
}

/** What somebody once saw, and why it ended. */
export function AccessPast({ access }: Pick<AccessNowProps, 'access'>) {
  const cells: Cell[] = [
    ...always,
    {
      heading: t('portalUsers.column.ended'),
      cell: ({ endedAt, endsAt, endReason }) =>
        endedAt
          ? [dateInWords(endedAt), endReason].filter(Boolean).join(': ')
          : `${endsAt ? lastDayInWords(endsAt) : '—'}: ${t('portalUsers.ranOut')}`,
    },
  ]
  return <AccessTable label={t('portalUsers.history')} access={access} cells={cells} />
}

function AccessTable({ label, access, cells }: { label: string; access: Access[]; cells: Cell[] }) {
  return (
    <table className={own.plain} aria-label={label}>
      <thead>
        <tr>
          {cells.map(({ heading }) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {access.map((one) => (
          <tr key={one.childAccessId}>
            {cells.map(({ heading, cell }) => (
              <td key={heading}>{cell(one)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
