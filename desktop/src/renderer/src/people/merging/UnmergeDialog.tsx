import { Alert, Button, Modal } from '@mantine/core'
import { namesOf, sayRecord } from '@send/shared/suspense/merging/describe-unmerge'
import { sayMoment } from '@send/shared/suspense/undo-words'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import classes from './merging.module.css'
import { UnmergeLog } from './UnmergeLog.tsx'
import { UnmergeSections } from './UnmergeSections.tsx'
import { useRefreshRecords } from './useRefreshRecords.ts'
import { useUnmerge } from './useUnmerge.ts'

const t = translator('en')

type UnmergeDialogProps = { personId: string; onClose: () => void }

/** What an unmerge would give back and what the merge exposed; then the reason; then its log. */
export function UnmergeDialog({ personId, onClose }: UnmergeDialogProps) {
  const api = useApi()
  const refresh = useRefreshRecords()
  const found = useQuery(
    api.personMerges.getUnmergePreview.queryOptions({ personId }, { gcTime: 0, staleTime: Infinity }),
  )
  const { unmerge, unmergedPersonId, changed, busy } = useUnmerge(personId, () => void found.refetch())
  if (unmergedPersonId !== undefined) {
    function close() {
      refresh()
      onClose()
    }
    return (
      <Frame title={t('unmerge.doneTitle')} onClose={close}>
        <UnmergeLog unmergedPersonId={unmergedPersonId} />
        <Button size="xs" mt="md" data-autofocus onClick={close}>
          {t('casework.close')}
        </Button>
      </Frame>
    )
  }
  if (!found.data) {
    return (
      <Frame title={t('unmerge.title')} onClose={onClose}>
        {found.error ? (
          <Failed error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Waiting what={t('unmerge.title')} />
        )}
      </Frame>
    )
  }
  const { account, refusal, stamp } = found.data
  if (refusal) {
    return (
      <Frame title={t('unmerge.title')} onClose={onClose}>
        <Alert color="yellow">{t('unmerge.mergedFurther', { into: sayRecord(refusal.into) })}</Alert>
      </Frame>
    )
  }
  const { mergedBy: by, mergedAt, mergeReason: reason } = account
  return (
    <ReasonDialog
      title={t('unmerge.title')}
      confirm={t('unmerge.confirm')}
      hurts
      wide="very"
      busy={busy || found.isFetching}
      reasonLabel={t('unmerge.reason')}
      reasonHint={t('merge.reasonHint')}
      onConfirm={(why) => unmerge({ stamp, reason: why })}
      onClose={onClose}
    >
      {changed && <Alert color="yellow">{t('unmerge.changedMeanwhile')}</Alert>}
      <div className={classes.sections}>
        <div>
          <p>{t('unmerge.merged', { ...namesOf(account), by, when: sayMoment(mergedAt), reason })}</p>
          <p>{t('unmerge.both')}</p>
        </div>
        <UnmergeSections account={account} tense="planned" />
        <p>{t('unmerge.cannotRecall')}</p>
      </div>
    </ReasonDialog>
  )
}

type FrameProps = { title: string; children: ReactNode; onClose: () => void }

function Frame({ title, children, onClose }: FrameProps) {
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      {children}
    </Modal>
  )
}
