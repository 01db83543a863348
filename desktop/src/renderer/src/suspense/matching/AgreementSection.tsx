import { Button, Group, Text } from '@mantine/core'
import type { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { translator } from '@send/shared/texts/translator'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { AgreementTable } from './AgreementTable.tsx'
import { DisagreementTable } from './DisagreementTable.tsx'
import classes from './matching.module.css'

const t = translator('en')

type AgreementSectionProps = {
  period: DecisionPeriod
  onReview: () => void
  onOpenCard: (incomingChildId: string) => void
}

/** How far second officers agree with the first, by source, and where they do not. */
export function AgreementSection({ period, onReview, onOpenCard }: AgreementSectionProps) {
  const api = useApi()
  const mayReview = useMay('matching', 'write')
  const results = useQuery(
    api.secondReviews.getResults.queryOptions(period, { placeholderData: keepPreviousData }),
  )
  const drawn = results.data?.sources.filter((source) => source.decisions > 0 || source.drawn > 0) ?? []
  return (
    <section aria-labelledby="second-review">
      <Group gap="md" align="center">
        <h2 id="second-review" className={classes.heading}>
          {t('matching.secondReview')}
        </h2>
        {mayReview && (
          <Button size="compact-sm" variant="default" onClick={onReview}>
            {t('matching.reviewThem')}
          </Button>
        )}
      </Group>
      <Text size="sm" mb="xs" maw={820}>
        {t('matching.secondReviewIntro')}
      </Text>
      {results.error && <Failed error={results.error} onRetry={() => void results.refetch()} />}
      {results.isPending && <Waiting what={t('matching.secondReview')} />}
      {results.data && drawn.length === 0 && (
        <Empty title={t('matching.noneDrawn')} hint={t('matching.noneDrawnHint')} />
      )}
      {results.data && drawn.length > 0 && (
        <>
          <AgreementTable sources={drawn} />
          <DisagreementTable disagreements={results.data.disagreements} onOpenCard={onOpenCard} />
        </>
      )}
    </section>
  )
}
