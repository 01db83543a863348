import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { FillingScreen } from './FillingScreen.tsx'

const t = translator('en')

export type FillFormProps = {
  internalFormId: string
  onBack: () => void
  /** The form stands on the chronology. */
  onCompleted: (entryId: string) => void
}

/** Opens an unfinished form to be filled in. */
export function FillForm({ internalFormId, onBack, onCompleted }: FillFormProps) {
  const api = useApi()
  // Asked once: from then on the window holds what is typed, and every save brings what colleagues changed.
  const found = useQuery(
    api.internalForms.get.queryOptions({ internalFormId }, { staleTime: Infinity, gcTime: 0 }),
  )
  const me = useQuery(api.accounts.me.queryOptions())
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data || !me.data) return <Waiting what={t('filling.form')} />
  return (
    <FillingScreen details={found.data} userId={me.data.email} onBack={onBack} onCompleted={onCompleted} />
  )
}
