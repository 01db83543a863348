import { Alert, Checkbox } from '@mantine/core'
import type { PublishingWarning } from '@send/shared/forms/publishing-warnings'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'

import type { OutlineItem } from '../editor/outline-items.ts'
import { ProblemList } from '../editor/ProblemList.tsx'

const t = translator('en')

type PublishWarningsProps = {
  warnings: readonly PublishingWarning[]
  items: readonly OutlineItem[]
  confirmed: boolean
  onConfirm: (confirmed: boolean) => void
  onOpen: (where: string) => void
}

/** What should have been seen before publishing; it stands in nobody’s way once they say that they have. */
export function PublishWarnings({ warnings, items, confirmed, onConfirm, onOpen }: PublishWarningsProps) {
  return (
    <>
      <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} title={t('forms.publishWarnings')}>
        <ProblemList problems={warnings} items={items} onOpen={onOpen} />
      </Alert>
      <Checkbox
        size="xs"
        data-autofocus
        label={t('forms.publishAllTheSame')}
        checked={confirmed}
        onChange={(event) => onConfirm(event.currentTarget.checked)}
      />
    </>
  )
}
