import { AuthoritySettings, faceLimits } from '@send/shared/accounts/portal-faces/face-settings'
import { translator } from '@send/shared/texts/translator'

import { apiClient } from '../../api.ts'
import shared from '../administration.module.css'
import { OnOff } from './OnOff.tsx'
import classes from './portals.module.css'
import { UnsavedSettings } from './UnsavedSettings.tsx'
import { useSettingsDraft } from './useSettingsDraft.ts'
import { WordingFields } from './WordingFields.tsx'

const t = translator('en')

/** Whose service the portals are, and what their e-mails say: settled once for both. */
export function AuthorityCard({ kept, mayChange }: { kept: AuthoritySettings; mayChange: boolean }) {
  const draft = useSettingsDraft<AuthoritySettings>({
    settings: kept,
    rules: AuthoritySettings,
    name: t('portals.both'),
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
        onChange={(name) => draft.setAfter({ ...draft.after, name })}
      />
      <h2 className={shared.part}>{t('portals.mails')}</h2>
      <OnOff
        label={t('portals.initials')}
        about={t('portals.initialsAbout')}
        disabled={!mayChange}
        checked={draft.after.initialsInMails}
        onChange={(initialsInMails) => draft.setAfter({ ...draft.after, initialsInMails })}
      />
      <UnsavedSettings draft={draft} onSave={() => draft.confirm('')} />
    </section>
  )
}
