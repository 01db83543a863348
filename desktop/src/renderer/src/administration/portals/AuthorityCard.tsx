import { AuthoritySettings, faceLimits } from '@send/shared/accounts/portal-faces/face-settings'
import { translator } from '@send/shared/texts/translator'

import { apiClient } from '../../api.ts'
import classes from './portals.module.css'
import { UnsavedSettings } from './UnsavedSettings.tsx'
import { useSettingsDraft } from './useSettingsDraft.ts'
import { WordingFields } from './WordingFields.tsx'

const t = translator('en')

/** Whose service the portals are: said once for both. */
export function AuthorityCard({ kept, mayChange }: { kept: AuthoritySettings; mayChange: boolean }) {
  const draft = useSettingsDraft<AuthoritySettings>({
    settings: kept,
    rules: AuthoritySettings,
    name: t('portals.authorityName'),
    save: (change) => apiClient.portals.setAuthority.mutate(change),
  })
  return (
    <section className={classes.fields} aria-label={t('portals.both')}>
      <WordingFields
        label={t('portals.authorityName')}
        about={t('portals.authorityNameAbout', { most: faceLimits.authority })}
        path="name"
        value={draft.after.name}
        problems={draft.problems}
        readOnly={!mayChange}
        onChange={(name) => draft.setAfter({ name })}
      />
      <UnsavedSettings draft={draft} onSave={() => draft.confirm('')} />
    </section>
  )
}
