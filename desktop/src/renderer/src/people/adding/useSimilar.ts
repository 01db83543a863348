import { useDebouncedValue } from '@mantine/hooks'
import { PersonEntry } from '@send/shared/people/person-entry'
import { isNhsNumber } from '@send/shared/values/nhs-number'
import { isUpn } from '@send/shared/values/upn'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'

export type SimilarPerson = RouterOutputs['newPeople']['findSimilar']['similar'][number]

/** Milliseconds without a key before people are weighed: they are looked up once a name is written, not at every letter. */
const pause = 350
/** Of each name; shorter ones are the beginning of too many. */
const fewestLetters = 2

/** Who on record may be the person whose details are typed. */
export function useSimilar(typed: PersonEntry) {
  const api = useApi()
  const [entry] = useDebouncedValue(typed, pause)
  const isEnough =
    (entry.givenNames.trim().length >= fewestLetters && entry.familyName.trim().length >= fewestLetters) ||
    isUpn(entry.upn) ||
    isNhsNumber(entry.nhsNumber)
  const isAsked = isEnough && PersonEntry.safeParse(entry).success
  const found = useQuery(
    api.newPeople.findSimilar.queryOptions(
      { entry },
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  )
  return {
    isAsked,
    isCurrent: found.isSuccess && !found.isPlaceholderData && entry === typed,
    similar: isAsked ? (found.data?.similar ?? []) : [],
    error: isAsked ? found.error : null,
    lookAgain: () => void found.refetch(),
  }
}
