import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import shared from '../administration.module.css'
import { UnsavedChange } from '../UnsavedChange.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { nameOfPath } from './setting-words.ts'
import type { SettingsDraftState } from './useSettingsDraft.ts'

const t = translator('en')

type UnsavedSettingsProps = { draft: SettingsDraftState; onSave: () => void }

/** At the lower edge while something is not saved: what a colleague wrote meanwhile, what hinders saving, and the way to do it. */
export function UnsavedSettings({ draft, onSave }: UnsavedSettingsProps) {
  const { clashes, problems, differs, isSound, busy } = draft
  if (!differs && clashes.length === 0) return null
  const names = new Set([...problems.keys()].map(nameOfPath))
  return (
    <div className={shared.unsaved}>
      <ChangedMeanwhile clashes={clashes} onSettle={draft.settle} />
      <UnsavedChange
        ready={isSound && !busy && clashes.length === 0}
        onSave={onSave}
        onDiscard={draft.discard}
      />
      <output>
        {names.size > 0 && (
          <Text size="sm" mt={4}>
            {t('portals.problems', { list: [...names].join('; ') })}
          </Text>
        )}
      </output>
    </div>
  )
}
