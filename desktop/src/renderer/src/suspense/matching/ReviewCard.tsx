import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import type { ReviewVerdict } from '@send/shared/suspense/second-review/verdict'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { CandidateList } from '../CandidateList.tsx'
import { ComparisonTable } from '../ComparisonTable.tsx'
import { LineAsWritten } from '../LineAsWritten.tsx'
import { fullName } from '../suspense-words.ts'
import { useReview } from './useReview.ts'

const t = translator('en')

/** The child and the people whom it may be as they were when a colleague decided: 1 to 5 choose one, one key each says what. */
export function ReviewCard({ reviewId, onReviewed }: { reviewId: string; onReviewed: () => void }) {
  const api = useApi()
  const found = useQuery(api.secondReviews.get.queryOptions({ reviewId }))
  const [picked, setPicked] = useState<string | undefined>(undefined)
  const [asked, setAsked] = useState<ReviewVerdict | undefined>(undefined)
  const review = useReview(reviewId, onReviewed)
  const { child, candidates = [], line, source } = found.data ?? {}
  const chosen = candidates.find(({ personId }) => personId === picked) ?? candidates[0]
  const verdicts = [
    { key: 'm', verdict: chosen && ({ kind: 'thisOne', personId: chosen.personId } as const) },
    { key: 'n', verdict: { kind: 'none' } as const },
    { key: 'c', verdict: { kind: 'cannotTell' } as const },
  ]
  useScreenKeys({
    ...Object.fromEntries(verdicts.map(({ key, verdict }) => [key, () => child && setAsked(verdict)])),
    ...Object.fromEntries(
      candidates.map(({ personId }, index) => [String(index + 1), () => setPicked(personId)]),
    ),
  })
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!child || !source) return <Waiting what={t('matching.secondReview')} />
  const name = fullName(child)
  const person = chosen ? fullName(chosen.person) : ''
  return (
    <section aria-label={name}>
      <Title order={2} size="h5" mb={4}>
        {t('suspense.card', { name, date: dateInWords(child.dateOfBirth) })}
      </Title>
      <Text size="sm" mb="xs">
        {t('matching.review.asThen', { source: t(`suspense.source.${source}`) })}
      </Text>
      <CandidateList candidates={candidates} chosen={chosen?.personId} onChoose={setPicked} />
      <Group gap="sm" my="sm">
        {verdicts.map(
          ({ key, verdict }) =>
            verdict && (
              <Button
                key={key}
                size="xs"
                variant="default"
                aria-keyshortcuts={key}
                onClick={() => setAsked(verdict)}
                rightSection={
                  <Kbd size="xs" aria-hidden>
                    {key.toUpperCase()}
                  </Kbd>
                }
              >
                {t(`matching.verdict.${verdict.kind}`)}
              </Button>
            ),
        )}
      </Group>
      {line && <LineAsWritten line={line} />}
      {chosen && <ComparisonTable child={child} candidate={chosen} />}
      {asked && (
        <ConfirmDialog
          opened
          title={t('matching.review.confirmTitle')}
          sentence={t(`matching.review.confirm.${asked.kind}`, { child: name, person })}
          confirm={t(`matching.verdict.${asked.kind}`)}
          busy={review.busy}
          onConfirm={() => review.decide(asked)}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}
