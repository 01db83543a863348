import {
  MatchingSetting,
  suspenseSources,
  type DecisionPeriod,
  type SuspenseSource,
} from '@send/shared/suspense/matching-settings'
import { translator } from '@send/shared/texts/translator'

import { apiClient } from '../../api.ts'
import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { UnsavedChange } from '../../administration/UnsavedChange.tsx'
import { useUndoableChange } from '../../administration/useUndoableChange.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import classes from './matching.module.css'
import { settingChangeInWords, type Settings } from './matching-words.ts'
import { RejectedTable } from './RejectedTable.tsx'
import { SettingsTable } from './SettingsTable.tsx'
import { usePreview } from './usePreview.ts'

const t = translator('en')

type SettingsCardProps = {
  before: Settings
  period: DecisionPeriod
  mayChange: boolean
  onOpenCard: ((incomingChildId: string) => void) | undefined
}

/** The settings of all sources, kept apart until they are saved, beside what they would have done. */
export function SettingsCard({ before, period, mayChange, onOpenCard }: SettingsCardProps) {
  const change = useUndoableChange<Settings>({
    before,
    nameOf: () => t('matching.settings'),
    save: ({ idempotencyKey, before: was, after: will }) =>
      apiClient.matchingSettings.set.mutate({ idempotencyKey, changes: listChanges(was, will) }),
  })
  const { after, setAfter } = change
  const isSound = suspenseSources.every((source) => MatchingSetting.safeParse(after[source]).success)
  const preview = usePreview(after, period, isSound)
  const changes = listChanges(before, after)
  const wronged = preview.data?.rejected.filter(({ isNew }) => isNew).length ?? 0
  return (
    <>
      <SettingsTable settings={after} preview={preview.data} onChange={mayChange ? setAfter : undefined} />
      {preview.error && <Failed error={preview.error} onRetry={() => void preview.refetch()} />}
      {changes.length > 0 && (
        <div className={classes.unsaved}>
          <UnsavedChange
            ready={isSound && preview.isCurrent}
            onSave={change.ask}
            onDiscard={change.discard}
          />
        </div>
      )}
      {preview.data && <RejectedTable preview={preview.data} onOpenCard={onOpenCard} />}
      {change.isAsking && (
        <ReasonDialog
          title={t('matching.saveTitle')}
          sentence={t('matching.saveSentence')}
          confirm={t('administration.save')}
          asksWhy={false}
          hurts={wronged > 0}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        >
          <ul className={classes.plainList}>
            {changes.map(({ source, ...versions }) => (
              <li key={source}>{settingChangeInWords(source, versions)}</li>
            ))}
            {wronged > 0 && <li>{t('matching.saveWrongs', { count: wronged })}</li>}
          </ul>
        </ReasonDialog>
      )}
    </>
  )
}

function listChanges(was: Settings, will: Settings) {
  return suspenseSources.flatMap((source: SuspenseSource) => {
    const [before, after] = [was[source], will[source]]
    const same = before.automaticFrom === after.automaticFrom && before.reviewedShare === after.reviewedShare
    return same ? [] : [{ source, before, after }]
  })
}
