import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { FillingScreen } from './FillingScreen.tsx'
import { UnfinishedRead } from './UnfinishedRead.tsx'

const t = translator('en')

type FillFormProps = {
  internalFormId: string
  onBack: () => void
  /** The form stands on the chronology. */
  onCompleted: (entryId: string) => void
}

/** Opens an unfinished form to be filled in, or to be read by who may not write it. */
export function FillForm({ internalFormId, onBack, onCompleted }: FillFormProps) {
  const api = useApi()
  // Asked once: from then on the window holds what is typed, and every save brings what colleagues changed.
  const found = useQuery(
    api.internalForms.get.queryOptions({ internalFormId }, { staleTime: Infinity, gcTime: 0 }),
  )
  const me = useQuery(api.accounts.me.queryOptions())
  if (found.data?.may.write && me.data) {
    return (
      <FillingScreen details={found.data} userId={me.data.email} onBack={onBack} onCompleted={onCompleted} />
    )
  }
  return (
    <>
      <Button size="compact-xs" variant="default" mb="xs" onClick={onBack}>
        {t('chronology.back')}
      </Button>
      {found.error ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Waiting what={t('filling.form')} /> : null}
      {found.data && !found.data.may.write ? <UnfinishedRead details={found.data} /> : null}
    </>
  )
}
