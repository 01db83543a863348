import { Button, Modal } from '@mantine/core'
import { sayRecord } from '@send/shared/suspense/merging/describe-unmerge'
import { sayMoment } from '@send/shared/suspense/undo-words'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { UnmergeDialog } from './UnmergeDialog.tsx'
import { UnmergeLog } from './UnmergeLog.tsx'
import classes from './merging.module.css'

const t = translator('en')

/** With which records this one was merged and by whom, each with its way back; and which merges were taken apart. */
export function MergesOfPerson({ personId }: { personId: string }) {
  const api = useApi()
  const mayLook = useMay('matching', 'read')
  const mayMatch = useMay('matching', 'write')
  const { data } = useQuery(api.personMerges.list.queryOptions({ personId }, { enabled: mayLook }))
  const [apart, setApart] = useState<string | undefined>(undefined)
  const [reading, setReading] = useState<string | undefined>(undefined)
  const { merged = [], unmerged = [] } = data ?? {}
  const isEmpty = merged.length + unmerged.length === 0
  return (
    <>
      {!isEmpty && (
        <ul className={classes.notes}>
          {merged.map(({ by, at, reason, ...record }) => (
            <li key={record.personId}>
              {t('merge.said', { record: sayRecord(record), when: sayMoment(at), by, reason })}
              {mayMatch && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('unmerge.actionOf', { record: sayRecord(record) })}
                  onClick={() => setApart(record.personId)}
                >
                  {t('unmerge.action')}
                </Button>
              )}
            </li>
          ))}
          {unmerged.map(({ by, at, reason, unmergedPersonId, ...record }) => (
            <li key={unmergedPersonId}>
              {t('merge.saidUnmerged', { record: sayRecord(record), when: sayMoment(at), by, reason })}
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('unmerge.openLogOf', { record: sayRecord(record) })}
                onClick={() => setReading(unmergedPersonId)}
              >
                {t('unmerge.openLog')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {apart !== undefined && <UnmergeDialog personId={apart} onClose={() => setApart(undefined)} />}
      {reading !== undefined && (
        <Modal opened onClose={() => setReading(undefined)} title={t('unmerge.log')} size="xl">
          <UnmergeLog unmergedPersonId={reading} />
        </Modal>
      )}
    </>
  )
}
