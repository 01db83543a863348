import { translator } from '@send/shared/texts/translator'

import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './internal-forms.module.css'
import type { SaveState } from './save-filling.ts'
import type { FilesView, Sending } from './send-files.ts'

const t = translator('en')

type KeptLineProps = { save: SaveState; notKept: number; disputed: number; files: FilesView }

/** What is true of what was typed: kept by the server, on its way, or only in this window. */
export function KeptLine(props: KeptLineProps) {
  return <output className={classes.kept}>{word(props)}</output>
}

function word({ save, notKept, disputed, files }: KeptLineProps) {
  const failed = save.kind === 'failed' ? save.sentence : files.failed
  if (failed !== undefined)
    return <StatusMark shape="warning" word={t('filling.failed', { sentence: failed })} />
  const countOf = (wanted: Sending['stage']) => files.sendings.filter(({ stage }) => stage === wanted).length
  const [notSent, sending] = [countOf('notSent'), countOf('sending')]
  if (notSent > 0) return <StatusMark shape="warning" word={t('filling.filesNotSent', { count: notSent })} />
  if (notKept > 0) return <StatusMark shape="warning" word={t('filling.notKept', { count: notKept })} />
  if (disputed > 0) return <StatusMark shape="warning" word={t('filling.disputed', { count: disputed })} />
  if (sending > 0) return <StatusMark shape="waiting" word={t('filling.filesSending', { count: sending })} />
  if (save.kind !== 'kept' || Object.keys(files.words).length > 0)
    return <StatusMark shape="waiting" word={t('filling.saving')} />
  return <StatusMark shape="done" word={t('filling.kept', { when: momentInWords(save.at) })} />
}
