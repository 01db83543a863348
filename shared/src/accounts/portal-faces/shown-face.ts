import { z } from 'zod'
import { Text } from '../../texts/language.ts'
import type { AuthoritySettings, FaceSettings } from './face-settings.ts'
import { Tile, type PortalFace } from './tiles.ts'
import { usualAuthority, usualFaces } from './usual-face.ts'

/** What everybody may see of the settings of a face: who set what, and a notice that is not shown, is not among it. */
export const ShownFace = z.object({
  authority: Text,
  serviceName: Text,
  welcomeTitle: Text,
  introduction: Text,
  contact: z.object({ who: Text, phone: z.string(), email: z.string(), hours: Text, address: Text }),
  notice: z.object({ title: Text, text: Text }).nullable(),
  phase: z.object({ word: Text, text: Text }).nullable(),
  /** A tile of a later version is left out, and is then as if it were on. */
  tilesOff: z
    .array(z.string())
    .transform((tiles) => tiles.filter((tile) => Tile.safeParse(tile).success) as Tile[]),
})
export type ShownFace = z.infer<typeof ShownFace>

/** What a face shows to everybody. */
export function showFace(authority: AuthoritySettings, settings: FaceSettings): ShownFace {
  const { notice, phase, ...shown } = settings
  return {
    authority: authority.name,
    ...shown,
    notice: notice.shown ? { title: notice.title, text: notice.text } : null,
    phase: phase.shown ? { word: phase.word, text: phase.text } : null,
  }
}

/** What a face shows as it is shipped, also while its settings cannot be read. */
export function usualShownFace(face: PortalFace): ShownFace {
  return showFace(usualAuthority, usualFaces[face])
}
