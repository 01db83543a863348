import { Alert } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { apiClient, type RouterOutputs } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { BundlePlan } from './BundlePlan.tsx'

const t = translator('en')

type Inspected = RouterOutputs['forms']['inspectBundle']
export type ReadBundle = Extract<Inspected, { outcome: 'read' }>

type BundleViewProps = {
  file: { name: string; text: string; number: number }
  /** Told when the contradictions take the whole screen, and when they leave it. */
  onDeciding: (isDeciding: boolean) => void
  onImported: (draft: Draft) => void
}

/** What the server finds in a file: a reason why it is refused, or everything that importing it would do. */
export function BundleView({ file, onDeciding, onImported }: BundleViewProps) {
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['bundles', 'inspect', file.name, file.number],
    queryFn: async () => {
      // What is compared with the file is what colleagues have too.
      await bridge.drafts.sync()
      return apiClient.forms.inspectBundle.query({ bundle: file.text })
    },
    staleTime: Infinity,
    gcTime: 0,
  })
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('bundles.looking')} />
  if (data.outcome === 'refused') {
    return (
      <Alert
        variant="default"
        icon={<IconAlertTriangle aria-hidden />}
        title={`${t('bundles.refused')}: ${file.name}`}
        role="alert"
      >
        {data.sentence}
      </Alert>
    )
  }
  return (
    <BundlePlan
      // Looked at again, it may be another plan.
      key={dataUpdatedAt}
      bundle={file.text}
      inspected={data}
      onDeciding={onDeciding}
      onImported={onImported}
      onAgain={() => void refetch()}
    />
  )
}
