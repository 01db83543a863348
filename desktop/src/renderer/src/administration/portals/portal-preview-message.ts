import { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { Language } from '@send/shared/texts/language'
import { z } from 'zod'

/** What of a portal is shown: the page of who is not signed in, or the home page of somebody who is. */
export const PortalView = z.enum(['welcome', 'home'])
export type PortalView = z.infer<typeof PortalView>

/** What the window tells the preview to show of a face of the portal. */
export const PortalPreviewMessage = z.strictObject({
  kind: z.literal('portal'),
  language: Language,
  face: PortalFace,
  view: PortalView,
  shown: ShownFace,
})
export type PortalPreviewMessage = z.infer<typeof PortalPreviewMessage>
