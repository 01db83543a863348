import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import type { ListedForm } from './listed-forms.ts'

const t = translator('en')

/** Opens a form to people on the portal, or closes it; repeating it changes nothing more. */
export function useSetLive(): { setLive: (form: ListedForm, live: boolean) => void; busy: boolean } {
  const api = useApi()
  const queries = useQueryClient()
  const change = useMutation(
    api.forms.setLive.mutationOptions({ onSettled: () => queries.invalidateQueries(api.forms.pathFilter()) }),
  )
  function setLive({ formId, title }: ListedForm, live: boolean) {
    change.mutate(
      { formId, live },
      {
        onSuccess: () =>
          notifications.show({ message: t(live ? 'forms.isLive' : 'forms.isNotLive', { title }) }),
        onError: showFailure,
      },
    )
  }
  return { setLive, busy: change.isPending }
}
