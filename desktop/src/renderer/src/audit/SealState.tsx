import { Alert } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { useNow } from '../submissions/work-list/useNow.ts'
import { timeInWords } from './audit-words.ts'

const t = translator('en')

// The server seals every few seconds.
const patienceMs = 60_000

/** Up to when the trail is sealed and how many lines wait, in words; a warning when they wait too long. */
export function SealState() {
  const api = useApi()
  const { data } = useQuery(
    api.audit.verifyState.queryOptions(
      {},
      // A warning does not stand longer than what it warns of.
      { refetchInterval: ({ state }) => (isLate(state.data?.waitingSince, new Date()) ? 5_000 : 30_000) },
    ),
  )
  const now = useNow()
  if (!data) return null
  const { lastSeal, waiting, waitingSince } = data
  if (waitingSince !== null && isLate(waitingSince, now)) {
    return (
      <Alert color="red" p="xs" role="alert">
        {t('audit.seal.late', { time: timeInWords(waitingSince, now) })}
      </Alert>
    )
  }
  const upTo = lastSeal
    ? t('audit.seal.upTo', { time: timeInWords(lastSeal.sealedAt, now) })
    : t('audit.seal.never')
  return <StatusMark shape="done" word={`${upTo}, ${t('audit.seal.waiting', { count: waiting })}`} />
}

function isLate(waitingSince: string | null | undefined, now: Date): boolean {
  return waitingSince ? now.getTime() - new Date(waitingSince).getTime() > patienceMs : false
}
