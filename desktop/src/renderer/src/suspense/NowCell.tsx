import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../api.ts'
import { clockInWords } from '../submissions/work-list/date-words.ts'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import classes from './suspense.module.css'

const t = translator('en')

type NowCellProps = { item: Pick<RouterOutputs['suspense']['list']['items'][number], 'heldBy' | 'question'> }

/** Who looks at a child just now, and how it stands with a question to its sender. */
export function NowCell({ item: { heldBy, question } }: NowCellProps) {
  const held = heldBy && {
    word: heldBy.isMe
      ? t('suspense.hold.me', { since: clockInWords(heldBy.since) })
      : t('suspense.hold.another', { by: heldBy.name, since: clockInWords(heldBy.since) }),
  }
  return (
    <span className={classes.now}>
      {question && (
        <StatusMark
          shape={question === 'waiting' ? 'waiting' : 'done'}
          word={t(`suspense.question.${question}`)}
        />
      )}
      {held && <span>{held.word}</span>}
    </span>
  )
}
