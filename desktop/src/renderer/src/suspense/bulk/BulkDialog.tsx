import type { BulkAction, BulkKind, ListedChildren } from '@send/shared/suspense/bulk-decision'
import { Modal } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { BulkPreview } from './BulkPreview.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { BulkResultDialog } from './BulkResultDialog.tsx'
import type { PreviewItem } from './bulk-words.ts'
import { useDecideBulk, type BulkResult } from './useDecideBulk.ts'

const t = translator('en')

type BulkDialogProps = {
  kind: BulkKind
  listed: ListedChildren
  /** With what became of them; undefined where nothing was done. */
  onClose: (result: BulkResult | undefined) => void
}

/** Many children at once: what will happen, how far it is, what came of it. */
export function BulkDialog({ kind, listed, onClose }: BulkDialogProps) {
  const api = useApi()
  const found = useQuery({
    ...api.suspense.getBulkPreview.queryOptions({ kind, children: listed }),
    // It does not change under the officer’s eyes.
    staleTime: Infinity,
    gcTime: 0,
  })
  // What was looked at when it was begun: the same is asked for by every repeat, and the result is told of it.
  const [begun, setBegun] = useState<{ action: BulkAction; items: readonly PreviewItem[] } | undefined>(
    undefined,
  )
  const { work, decide, stop, stopping } = useDecideBulk()
  if (begun && work) {
    const { result, state } = work
    if (state === 'over')
      return (
        <BulkResultDialog kind={kind} items={begun.items} result={result} onClose={() => onClose(result)} />
      )
    return (
      <BulkProgress
        kind={kind}
        work={work}
        stopping={stopping}
        onStop={stop}
        onRetry={() => void decide(begun.action, begun.items)}
        onClose={() => onClose(result)}
      />
    )
  }
  const items = found.data?.items
  if (items)
    return (
      <BulkPreview
        kind={kind}
        items={items}
        onConfirm={(action) => {
          setBegun({ action, items })
          void decide(action, items)
        }}
        onClose={() => onClose(undefined)}
      />
    )
  return (
    <Modal opened onClose={() => onClose(undefined)} title={t(`suspense.bulk.title.${kind}`)} size="xl">
      {found.error ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Waiting what={t(`suspense.bulk.title.${kind}`)} />
      )}
    </Modal>
  )
}
