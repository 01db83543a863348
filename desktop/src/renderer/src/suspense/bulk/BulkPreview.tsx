import type { BulkAction, BulkKind } from '@send/shared/suspense/bulk-decision'
import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { ReadDialog } from '../../submissions/work-list/ReadDialog.tsx'
import { DiscardReasonFields, useDiscardReason } from '../discard/DiscardReasonFields.tsx'
import type { PreviewItem } from './bulk-words.ts'
import { BulkBody } from './BulkBody.tsx'

const t = translator('en')

type BulkPreviewProps = {
  kind: BulkKind
  items: readonly PreviewItem[]
  onConfirm: (action: BulkAction) => void
  onClose: () => void
}

/** The last look before many children are decided about: Enter does it, Esc goes back; a discard asks why. */
export function BulkPreview({ kind, items, onConfirm, onClose }: BulkPreviewProps) {
  const { typed, setTyped, why, missing } = useDiscardReason()
  const count = items.filter(({ leftOut }) => leftOut === null).length
  if (count === 0) return <NothingToDo kind={kind} items={items} onClose={onClose} />
  const isDiscard = kind === 'discard'
  function confirm() {
    if (kind !== 'discard') onConfirm({ kind })
    else if (why) onConfirm({ kind, why })
  }
  return (
    <FormDialog
      title={t(`suspense.bulk.title.${kind}`)}
      confirm={t(`suspense.bulk.do.${kind}`, { count })}
      wide="very"
      hurts={isDiscard}
      focusesConfirm={!isDiscard}
      busy={false}
      missing={isDiscard ? missing : []}
      onConfirm={confirm}
      onClose={onClose}
    >
      <BulkBody kind={kind} items={items} />
      {isDiscard && (
        <>
          <DiscardReasonFields typed={typed} onChange={setTyped} />
          <Text size="sm">{t('suspense.discard.senderSees')}</Text>
        </>
      )}
      <Text size="sm">{t('suspense.bulk.once')}</Text>
    </FormDialog>
  )
}

function NothingToDo({ kind, items, onClose }: Omit<BulkPreviewProps, 'onConfirm'>) {
  return (
    <ReadDialog title={t(`suspense.bulk.title.${kind}`)} size="xl" onClose={onClose}>
      <BulkBody kind={kind} items={items} />
    </ReadDialog>
  )
}
