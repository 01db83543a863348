import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { t } from './mails-words.ts'

type Dealt = { outcome: 'sent' | 'dealtWith' } | { outcome: 'alreadyHandled'; by: string; at: string }

/** What an act on an e-mail does when it ends: tell what came of it, and load the lists and the count anew. */
export function useMailAct({ done, onDone }: { done: string; onDone: () => void }) {
  const api = useApi()
  const queries = useQueryClient()
  return {
    onSuccess: (result: Dealt) => {
      if (result.outcome === 'alreadyHandled') {
        const when = momentInWords(result.at)
        notifications.show({ color: 'yellow', message: t('mails.alreadyHandled', { by: result.by, when }) })
      } else notifications.show({ message: done })
      onDone()
    },
    onError: showFailure,
    onSettled: () => queries.invalidateQueries(api.mails.pathFilter()),
  }
}
