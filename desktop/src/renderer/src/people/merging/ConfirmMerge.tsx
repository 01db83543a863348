import { Alert, Checkbox, Radio, Stack } from '@mantine/core'
import { sayRecord } from '@send/shared/suspense/merging/describe-unmerge'
import { proposeTaken } from '@send/shared/suspense/merging/merge-units'
import { opensAnything } from '@send/shared/suspense/merging/merged-records'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { CompareRecords } from './CompareRecords.tsx'
import { WhatMoves } from './WhatMoves.tsx'
import { WhoSeesMore } from './WhoSeesMore.tsx'
import type { MergeAsked, MergePreview } from './useMerge.ts'
import classes from './merging.module.css'

const t = translator('en')

type ConfirmMergeProps = {
  preview: MergePreview
  changed: boolean
  busy: boolean
  /** The other of the two is to stay. */
  onTurn: () => void
  onConfirm: (asked: MergeAsked) => void
  onClose: () => void
}

/** Which record stays with which values, what moves, who would see more, and why they are one person. */
export function ConfirmMerge({ preview, changed, busy, onTurn, onConfirm, onClose }: ConfirmMergeProps) {
  const { kept, other, newSight, contradictions } = preview
  // Another preview is another question: what was chosen is asked again, and the reason stays as it was typed.
  const asked = { stamp: preview.stamp, taken: proposeTaken(kept.values, other.values), accepted: false }
  const [chosen, setChosen] = useState(asked)
  const { taken, accepted } = chosen.stamp === preview.stamp ? chosen : asked
  const asksSight = opensAnything(newSight)
  // In the order of their ids, so that neither moves when the other is chosen.
  const records = [kept, other].toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
  return (
    <ReasonDialog
      title={t('merge.title')}
      confirm={t('merge.confirm')}
      wide="very"
      beginsAbove
      busy={busy}
      reasonLabel={t('merge.reason')}
      reasonHint={t('merge.reasonHint')}
      missing={asksSight && !accepted ? [t('merge.missing.accept')] : []}
      onConfirm={(reason) => onConfirm({ preview, taken, sightAccepted: accepted, reason })}
      onClose={onClose}
    >
      {changed && <Alert color="yellow">{t('merge.changedMeanwhile')}</Alert>}
      {contradictions > 0 && (
        <Alert color="yellow">{t('merge.contradictions', { count: contradictions })}</Alert>
      )}
      <div className={classes.sections}>
        <Radio.Group
          size="xs"
          label={t('merge.stays')}
          description={t('merge.staysHint')}
          descriptionProps={{ c: 'var(--mantine-color-text)' }}
          value={kept.personId}
          onChange={onTurn}
        >
          <Stack gap={4} mt={4}>
            {records.map((record) => (
              <Radio
                key={record.personId}
                size="xs"
                data-autofocus={record === kept || undefined}
                value={record.personId}
                label={sayRecord(record)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <CompareRecords
          preview={preview}
          taken={taken}
          onTake={(units) => setChosen({ ...asked, accepted, taken: units })}
        />
        <WhatMoves preview={preview} />
        <WhoSeesMore preview={preview} />
        {asksSight && (
          <Checkbox
            size="xs"
            label={t('merge.accept')}
            checked={accepted}
            onChange={(event) => setChosen({ ...asked, taken, accepted: event.currentTarget.checked })}
          />
        )}
      </div>
    </ReasonDialog>
  )
}
