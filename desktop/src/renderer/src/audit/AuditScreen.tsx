import { Button, Text } from '@mantine/core'
import type { AuditFilter } from '@send/shared/audit/audit-filter'
import { translator } from '@send/shared/texts/translator'
import { useRef, useState } from 'react'

import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { stepInList } from '../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import work from '../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../submissions/work-list/WorkTable.tsx'
import {
  actionInWords,
  childInWords,
  originInWords,
  secondInWords,
  whoInWords,
  type AuditLine,
} from './audit-words.ts'
import classes from './audit.module.css'
import { AuditAlerts } from './AuditAlerts.tsx'
import { AuditFilters, type AuditChoice } from './AuditFilters.tsx'
import { AuditLineDetail } from './AuditLineDetail.tsx'
import { ExportAudit } from './ExportAudit.tsx'
import { SealState } from './SealState.tsx'
import { useAuditTrail } from './useAuditTrail.ts'

const t = translator('en')

const columns: readonly Column<AuditLine>[] = [
  { heading: t('audit.column.who'), cell: whoInWords },
  { heading: t('audit.column.what'), cell: ({ action }) => actionInWords(action) },
  {
    heading: t('audit.column.outcome'),
    cell: ({ outcome }) => (
      <StatusMark shape={outcome === 'done' ? 'done' : 'warning'} word={t(`audit.outcome.${outcome}`)} />
    ),
  },
  { heading: t('audit.column.child'), cell: childInWords },
  { heading: t('audit.column.from'), cell: originInWords },
  {
    heading: t('audit.column.why'),
    cell: ({ reason }) => <span className={classes.why}>{reason ?? '—'}</span>,
  },
]

/** The audit trail: who did what, when, about whom, from where and why; alerts and the state of the seals on top. */
export function AuditScreen() {
  const [choice, setChoice] = useState<AuditChoice>({ rest: {} })
  const [cleared, setCleared] = useState(0)
  const [current, setCurrent] = useState<string | undefined>(undefined)
  const childBox = useRef<HTMLInputElement>(null)
  const filter = filterOf(choice)
  const { pages, lines } = useAuditTrail(filter)
  const ids = lines?.map(({ id }) => id) ?? []
  const open = lines?.find(({ id }) => id === current)
  useScreenKeys({
    '/': () => childBox.current?.focus(),
    j: () => setCurrent(stepInList(ids, current, 1)),
    k: () => setCurrent(stepInList(ids, current, -1)),
    Escape: () => setCurrent(undefined),
  })
  function change(next: AuditChoice) {
    // Fields that hold half-typed text are drawn anew when all is cleared.
    if (!next.child && !next.user && Object.keys(next.rest).length === 0) setCleared((times) => times + 1)
    setChoice(next)
  }

  return (
    <div className={classes.screen}>
      <div className={work.bar}>
        <h1 className={work.heading}>{t('audit.title')}</h1>
        <SealState />
        <Button size="compact-sm" variant="default" onClick={() => void pages.refetch()}>
          {t('audit.refresh')}
        </Button>
        <ExportAudit filter={filter} />
        <Text size="xs" ml="auto">
          {t('audit.keys')}
        </Text>
      </div>
      <AuditAlerts onShow={(user) => change({ user, rest: {} })} />
      <AuditFilters key={cleared} choice={choice} onChange={change} childBox={childBox} />
      <div className={work.scroll}>
        {pages.error && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
        {!lines && !pages.error && <Waiting what={t('audit.list')} />}
        {lines?.length === 0 && <Empty title={t('audit.empty')} hint={t('audit.emptyHint')} />}
        {lines !== undefined && lines.length > 0 && (
          <WorkTable
            caption={t('audit.list')}
            rows={lines}
            idOf={({ id }) => id}
            nameOf={({ at }) => secondInWords(at)}
            nameHeading={t('audit.column.when')}
            current={current}
            onOpen={setCurrent}
            columns={columns}
          />
        )}
        {pages.hasNextPage && (
          <Button
            m="xs"
            size="xs"
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('audit.more')}
          </Button>
        )}
      </div>
      <div className={`${work.pane} ${work.below}`}>
        {open ? (
          <AuditLineDetail
            line={open}
            onOnlyUser={(user) => change({ ...choice, user })}
            onOnlyChild={(child) => change({ ...choice, child })}
          />
        ) : (
          <Text size="sm">{t('audit.choose')}</Text>
        )}
      </div>
    </div>
  )
}

function filterOf({ child, user, rest }: AuditChoice): AuditFilter {
  return { ...rest, personId: child?.id, actorUserId: user?.id }
}
