import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { ListScreen } from '../../submissions/work-list/ListScreen.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { fullName } from '../suspense-words.ts'
import { ReviewCard } from './ReviewCard.tsx'

const t = translator('en')

type Line = RouterOutputs['secondReviews']['list']['waiting'][number]

const columns: readonly Column<Line>[] = [
  { heading: t('matching.review.born'), cell: ({ dateOfBirth }) => dateInWords(dateOfBirth) },
  { heading: t('matching.source'), cell: ({ source }) => t(`suspense.source.${source}`) },
  { heading: t('matching.review.decided'), cell: ({ decidedAt }) => dateInWords(decidedAt) },
]

/** Decisions of colleagues that were drawn for a second officer, the oldest first, with nothing of what was decided. */
export function ReviewsScreen({ onBack }: { onBack: () => void }) {
  const api = useApi()
  const list = useQuery(api.secondReviews.list.queryOptions())
  return (
    <ListScreen
      title={t('matching.secondReview')}
      back={{ words: t('matching.back'), onBack }}
      keys={t('matching.review.keys')}
      list={list}
      rows={list.data?.waiting ?? []}
      wordsOf={(line) => [fullName(line)]}
      empty={{ title: t('matching.review.empty'), hint: t('matching.review.emptyHint') }}
      table={{
        caption: t('matching.review.list'),
        nameHeading: t('matching.child'),
        columns,
        idOf: ({ reviewId }) => reviewId,
        nameOf: fullName,
      }}
      choose={t('matching.review.choose')}
      detailOf={(reviewId, onNext) => <ReviewCard key={reviewId} reviewId={reviewId} onReviewed={onNext} />}
    />
  )
}
