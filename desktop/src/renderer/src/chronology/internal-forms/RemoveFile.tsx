import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'

const t = translator('en')

type RemoveFileProps = {
  internalFormId: string
  file: { fileId: string; name: string }
  /** The completed form that is amended may have the file too. */
  isAmendment: boolean
  onClose: () => void
}

/** Takes a file off an unfinished form for good, after asking. */
export function RemoveFile({ internalFormId, file, isAmendment, onClose }: RemoveFileProps) {
  const api = useApi()
  const queries = useQueryClient()
  const { fileId, name } = file
  const remove = useMutation(
    api.internalForms.removeFile.mutationOptions({
      onError(error) {
        // Gone already, by a colleague or a press that was repeated, it is as gone as it should be.
        if (error.data?.id !== 'not-found') showFailure(error)
      },
      async onSettled() {
        await queries.invalidateQueries(api.internalForms.listFiles.queryFilter({ internalFormId }))
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      title={t('filling.fileRemoveTitle', { name })}
      sentence={t(isAmendment ? 'filling.fileRemoveAmending' : 'filling.fileRemoveSentence')}
      confirm={t('filling.fileRemoveConfirm')}
      hurts
      focusesConfirm
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ internalFormId, fileId })}
      onClose={onClose}
    />
  )
}
