import type { BulkKind, ListedChildren } from '@send/shared/suspense/bulk-decision'
import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useRef, useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { FilterBox } from '../submissions/work-list/FilterBox.tsx'
import { NewsBar } from '../submissions/work-list/NewsBar.tsx'
import { Empty } from '../submissions/work-list/ScreenStates.tsx'
import { neighbourOf, stepInList } from '../submissions/work-list/steady-list.ts'
import { useSelection } from '../submissions/work-list/useSelection.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { useSteadyList } from '../submissions/work-list/useSteadyList.ts'
import classes from '../submissions/work-list/work-list.module.css'
import { WorkTable } from '../submissions/work-list/WorkTable.tsx'
import { BulkDialog } from './bulk/BulkDialog.tsx'
import { SelectionBar } from './bulk/SelectionBar.tsx'
import type { BulkResult } from './bulk/useDecideBulk.ts'
import { describeItem, queueColumns, restInWords, type Queue } from './queue-columns.tsx'
import { fullName } from './suspense-words.ts'
import { SuspenseCard } from './SuspenseCard.tsx'
import type { Taken } from './useTaken.ts'

const t = translator('en')

type WaitingChildrenProps = {
  list: Queue
  fresh: boolean
  othersWait: boolean
  /** What is said when the filter lets nobody through. */
  nobody: string
  taken: Taken
}

/**
 * The children whom a filter lets through and the card of the one that is opened; J and K walk, / filters further, and
 * something is done with many who are selected.
 */
export function WaitingChildren({ list, fresh, othersWait, nobody, taken }: WaitingChildrenProps) {
  const steady = useSteadyList(list.items, fresh, (item) => item.incomingChildId)
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [bulk, setBulk] = useState<{ kind: BulkKind; listed: ListedChildren } | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)
  const mayDecide = useMay('matching', 'write')

  const rows = (steady.rows ?? []).filter((item) => describeItem(item).includes(words.trim().toLowerCase()))
  const ids = rows.map((item) => item.incomingChildId)
  const selection = useSelection(ids)
  const selected = rows.filter(({ incomingChildId }) => selection.selected.includes(incomingChildId))
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Escape: () => (opened ? setOpened(undefined) : selection.clear()),
    ...(mayDecide ? { 'Control+a': selection.selectAll } : {}),
  })
  function openNext(settledId: string) {
    setOpened(neighbourOf(ids, settledId))
    steady.showNewest()
  }
  function openBulk(kind: BulkKind) {
    // As listed at this moment: what changes while the dialog is open is found out by the server.
    const listed = selected.map(({ incomingChildId, version }) => ({ incomingChildId, version }))
    setBulk({ kind, listed })
  }
  function closeBulk(result: BulkResult | undefined) {
    setBulk(undefined)
    if (!bulk || !result) return
    const done = result.outcomes.flatMap(({ outcome, incomingChildId }) =>
      outcome === 'done' ? [incomingChildId] : [],
    )
    if (bulk.kind === 'take') taken.add(done)
    else taken.remove(done)
    // The card of a child that waits no more would only say so.
    if (opened && bulk.kind !== 'take' && bulk.kind !== 'release' && done.includes(opened))
      setOpened(undefined)
    selection.clear()
    steady.showNewest()
  }

  return (
    <>
      <div>
        <div className={classes.bar}>
          <FilterBox
            label={t('casework.filter')}
            value={words}
            onChange={setWords}
            onEnter={() => setOpened(ids[0])}
            inputRef={filterBox}
          />
          <Text size="xs">{restInWords(list)}</Text>
          {selected.length > 0 ? (
            <SelectionBar count={selected.length} onAct={openBulk} onClear={selection.clear} />
          ) : (
            <Text size="xs" ml="auto">
              {mayDecide ? `${t('suspense.keys')} · ${t('suspense.bulk.keys')}` : t('suspense.keys')}
            </Text>
          )}
        </div>
        <NewsBar change={steady.change} onShow={steady.showNewest} />
      </div>
      <div className={classes.scroll}>
        {steady.rows?.length === 0 && (
          <Empty title={nobody} hint={othersWait ? t('suspense.emptyFilterHint') : t('suspense.emptyHint')} />
        )}
        {steady.rows !== undefined && steady.rows.length > 0 && rows.length === 0 && (
          <Empty title={t('casework.nothingFiltered')} hint={t('casework.nothingFilteredHint')} />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t('suspense.list')}
            rows={rows}
            idOf={(item) => item.incomingChildId}
            nameOf={fullName}
            nameHeading={t('suspense.column.name')}
            current={opened}
            onOpen={setOpened}
            columns={queueColumns}
            selection={mayDecide ? selection : undefined}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {opened ? (
          <SuspenseCard
            key={opened}
            incomingChildId={opened}
            isTaken={taken.has(opened)}
            onSettled={() => openNext(opened)}
          />
        ) : (
          <Text size="sm">{t('suspense.choose')}</Text>
        )}
      </div>
      {bulk && <BulkDialog {...bulk} onClose={closeBulk} />}
    </>
  )
}
