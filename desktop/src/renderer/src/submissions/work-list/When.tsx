import { momentInWords, timeAgo } from './date-words.ts'
import { useNow } from './useNow.ts'

/** A moment as "2 h ago", with the exact time on hover and for assistive technology. */
export function When({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={momentInWords(at)}>
      {timeAgo(at, now)}
    </time>
  )
}
