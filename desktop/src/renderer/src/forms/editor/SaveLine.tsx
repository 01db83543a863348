import { translator } from '@send/shared/texts/translator'
import { timeInLondon } from '@send/shared/values/plain-date'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import type { SaveState } from './autosave.ts'

const t = translator('en')

/** Whether the draft is on the disk; a failure is read out, the rest only shown. */
export function SaveLine({ state }: { state: SaveState }) {
  switch (state.kind) {
    case 'saved':
      return <StatusMark shape="done" word={t('forms.saved', { time: timeInLondon(new Date(state.at)) })} />
    case 'saving':
      return <StatusMark shape="waiting" word={t('forms.saving')} />
    case 'failed':
      return (
        <span role="alert">
          <StatusMark shape="warning" word={t('forms.notSaved', { sentence: state.sentence })} />
        </span>
      )
  }
}
