import {
  settingsOf,
  type AuthoritySettings,
  type FaceSettings,
} from '@send/shared/accounts/portal-faces/face-settings'
import { showFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { translator } from '@send/shared/texts/translator'

import { apiClient, type RouterOutputs } from '../../api.ts'
import { FaceFields } from './FaceFields.tsx'
import { PortalPreview } from './PortalPreview.tsx'
import classes from './portals.module.css'
import { SwitchOffDialog } from './SwitchOffDialog.tsx'
import { UnsavedSettings } from './UnsavedSettings.tsx'
import { useSettingsDraft } from './useSettingsDraft.ts'

const t = translator('en')
const rules = { citizen: settingsOf('citizen'), professional: settingsOf('professional') }

type FaceCardProps = {
  face: PortalFace
  kept: RouterOutputs['portals']['get']['faces'][PortalFace]
  authority: AuthoritySettings
  mayChange: boolean
  /** Whether its tab is the one that is looked at. */
  isOpen: boolean
}

/** One face of the portal: where it is, what is settled for it, and how it looks. */
export function FaceCard({ face, kept, authority, mayChange, isOpen }: FaceCardProps) {
  const name = t(`portals.face.${face}`)
  const draft = useSettingsDraft<FaceSettings>({
    settings: kept.settings,
    rules: rules[face],
    name,
    save: (change) => apiClient.portals.setFace.mutate({ face, ...change }),
  })
  const { base, after } = draft
  const switchedOff = after.tilesOff.filter((tile) => !base.tilesOff.includes(tile))
  function save() {
    if (switchedOff.length > 0) draft.ask()
    else draft.confirm('')
  }
  return (
    <section className={classes.face} aria-label={name}>
      <div className={classes.fields}>
        <p className={classes.where}>
          {t('portals.addressOf')} <span className={classes.address}>{kept.address}</span>
        </p>
        <FaceFields
          face={face}
          settings={after}
          problems={draft.problems}
          readOnly={!mayChange}
          onChange={draft.setAfter}
        />
        <UnsavedSettings draft={draft} onSave={save} />
      </div>
      {isOpen && <PortalPreview face={face} shown={showFace(authority, after)} />}
      {draft.isAsking && (
        <SwitchOffDialog
          face={face}
          tiles={switchedOff}
          busy={draft.busy}
          onConfirm={() => draft.confirm('')}
          onClose={draft.close}
        />
      )}
    </section>
  )
}
