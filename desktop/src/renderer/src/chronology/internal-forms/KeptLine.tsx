import { translator } from '@send/shared/texts/translator'

import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './internal-forms.module.css'
import type { SaveState } from './save-filling.ts'

const t = translator('en')

type KeptLineProps = { save: SaveState; notKept: number; disputed: number }

/** What is true of what was typed: kept by the server, on its way, or only in this window. */
export function KeptLine({ save, notKept, disputed }: KeptLineProps) {
  return <output className={classes.kept}>{word({ save, notKept, disputed })}</output>
}

function word({ save, notKept, disputed }: KeptLineProps) {
  if (save.kind === 'failed')
    return <StatusMark shape="warning" word={t('filling.failed', { sentence: save.sentence })} />
  if (notKept > 0) return <StatusMark shape="warning" word={t('filling.notKept', { count: notKept })} />
  if (disputed > 0) return <StatusMark shape="warning" word={t('filling.disputed', { count: disputed })} />
  if (save.kind === 'saving') return <StatusMark shape="waiting" word={t('filling.saving')} />
  return <StatusMark shape="done" word={t('filling.kept', { when: momentInWords(save.at) })} />
}
