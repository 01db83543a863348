import { listTied } from '@send/shared/forms/bank/bank-problems'
import {
  listOffers,
  type KnownBankQuestion,
  type RevisionOffer,
} from '@send/shared/forms/bank/offer-revision'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useApi } from '../../api.ts'

const t = translator('en')

export type BankOffers = {
  known: readonly KnownBankQuestion[]
  /** By the id of the question in the form. */
  offers: ReadonlyMap<string, RevisionOffer>
  /** The same in a sentence each, for the list of what to look at. */
  notices: { where: string; sentence: string }[]
}

const nothing: readonly KnownBankQuestion[] = []

/** What the bank says today of the questions that a form took from it; nothing as long as the server cannot be asked. */
export function useBankOffers(definition: FormDefinition): BankOffers {
  const api = useApi()
  const ties = useMemo(() => {
    const pairs = listTied(definition).map(({ tie: { questionId, revision } }) => `${questionId} ${revision}`)
    return [...new Set(pairs)].toSorted().map((pair) => {
      const [questionId = '', revision] = pair.split(' ')
      return { questionId, revision: Number(revision) }
    })
  }, [definition])
  const { data } = useQuery(
    api.forms.findBankRevisions.queryOptions(
      { ties },
      { enabled: ties.length > 0, placeholderData: keepPreviousData, refetchInterval: 60_000 },
    ),
  )
  const known = ties.length > 0 ? (data?.questions ?? nothing) : nothing
  return useMemo(() => {
    const offers = listOffers(definition, known)
    const notices = [...offers].map(([where, { kind, revision, before }]) => ({
      where,
      sentence: t(`bank.notice.${kind}`, { number: revision, code: before.bank?.code ?? '' }),
    }))
    return { known, offers, notices }
  }, [definition, known])
}
