import { notifications } from '@mantine/notifications'
import type { BundleSource } from '@send/shared/forms/bundles/bundle-source'
import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { bridge } from '../../bridge.ts'
import { showFailure } from '../../show-failure.ts'

const t = translator('en')

/** Exports a form as a signed file, to wherever the officer wants it. */
export function useExportBundle(): { exportBundle: (source: BundleSource) => void; busy: boolean } {
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: async (source: BundleSource) => {
      const answer = await bridge.bundles.export(source)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.data.file
    },
    onSuccess: (file) => {
      if (file !== null) notifications.show({ message: t('bundles.exported', { file }) })
    },
    onError: showFailure,
  })
  return { exportBundle: mutate, busy: isPending }
}
