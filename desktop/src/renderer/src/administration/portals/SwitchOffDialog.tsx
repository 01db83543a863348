import type { PortalFace, Tile } from '@send/shared/accounts/portal-faces/tiles'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi, type RouterOutputs } from '../../api.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import classes from '../administration.module.css'
import { ReasonDialog } from '../ReasonDialog.tsx'

const t = translator('en')

type Use = RouterOutputs['portals']['countTileUse']

type SwitchOffDialogProps = {
  face: PortalFace
  tiles: readonly Tile[]
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Before people can no longer begin something: what it means, and how much of it goes on. */
export function SwitchOffDialog({ face, tiles, busy, onConfirm, onClose }: SwitchOffDialogProps) {
  const api = useApi()
  const use = useQuery(api.portals.countTileUse.queryOptions({ face }, { staleTime: 0 }))
  return (
    <ReasonDialog
      title={t('portals.switchOffTitle')}
      sentence={t('portals.switchOffText')}
      confirm={t('administration.save')}
      asksWhy={false}
      hurts
      busy={busy}
      missing={use.data || use.error ? [] : [t('portals.counting')]}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <ul className={classes.names}>
        {tiles.map((tile) => (
          <li key={tile}>
            <strong>{t(`portals.tile.${tile}`)}</strong>
            {use.data ? ` – ${goesOn(tile, use.data)}` : null}
          </li>
        ))}
      </ul>
      {use.error ? <Failed error={use.error} onRetry={() => void use.refetch()} /> : null}
    </ReasonDialog>
  )
}

/** What was begun by a tile and goes on. */
function goesOn(tile: Tile, use: Use): string {
  switch (tile) {
    case 'startForms':
      return t('portals.use.startForms', { count: use.startForms })
    case 'tellUs':
      return t('portals.use.tellUs', { count: use.tellUs })
    case 'joinOrganisation':
      return t('portals.use.joinOrganisation', { count: use.joinOrganisation })
    case 'shareForms':
    case 'addSeveral':
    case 'caseload':
      return t(`portals.use.${tile}`)
  }
}
