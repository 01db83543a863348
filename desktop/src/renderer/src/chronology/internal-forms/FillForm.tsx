import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { FillingScreen } from './FillingScreen.tsx'
import { UnfinishedRead } from './UnfinishedRead.tsx'
import { useListedFiles } from './useFormFiles.ts'

const t = translator('en')

type FillFormProps = {
  internalFormId: string
  onBack: () => void
  /** The form is on the chronology, or with the incoming forms. */
  onCompleted: (entryId: string | undefined) => void
}

/** Opens an unfinished form to be filled in, or to be read by who may not write it. */
export function FillForm({ internalFormId, onBack, onCompleted }: FillFormProps) {
  const api = useApi()
  // Asked once: from then on the window holds what is typed, and every save brings what colleagues changed.
  const found = useQuery(
    api.internalForms.get.queryOptions({ internalFormId }, { staleTime: Infinity, gcTime: 0 }),
  )
  const me = useQuery(api.accounts.me.queryOptions())
  const files = useListedFiles(internalFormId)
  if (found.data?.may.write && me.data && files.data) {
    const told = { onBack, onCompleted }
    return <FillingScreen details={found.data} listed={files.data} userId={me.data.email} {...told} />
  }
  const failed = [found, files].find(({ error }) => error)
  return (
    <>
      <Button size="compact-xs" variant="default" mb="xs" onClick={onBack}>
        {t('chronology.back')}
      </Button>
      {failed?.error ? <Failed error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {!failed && (found.isPending || files.isPending) ? <Waiting what={t('filling.form')} /> : null}
      {found.data && files.data && !found.data.may.write ? (
        <UnfinishedRead details={found.data} files={files.data.files} />
      ) : null}
    </>
  )
}
