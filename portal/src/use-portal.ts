import type { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { Tile } from '@send/shared/accounts/portal-faces/tiles'
import { translator } from '@send/shared/texts/translator'
import type { Translate } from '@send/shared/texts/translator'
import { useRouteLoaderData } from 'react-router'
import { useOfRequest } from './of-request.tsx'
import type { loader } from './root.tsx'
import { shownFaceContext } from './shown-face.ts'
import type { Face, PortalLanguage } from './visitor.ts'

export type Portal = {
  language: PortalLanguage
  face: Face
  /** What the authority has settled for this face. */
  shown: ShownFace
  /** Whether the authority lets people begin this here. */
  offers: (tile: Tile) => boolean
  t: Translate
  nonce: string | undefined
  path: string
  name: string | undefined
  /** For how long the session lasts unless it is used; undefined when nobody is signed in. */
  sessionSeconds: number | undefined
}

/** The language and texts of this page, and who is signed in; English where even the frame failed. */
export function usePortal(): Portal {
  const loaded = useRouteLoaderData<typeof loader>('root')
  const language = loaded?.language ?? 'en'
  const shown = useOfRequest(shownFaceContext)
  return {
    language,
    face: loaded?.face ?? 'citizen',
    shown,
    offers: (tile) => !shown.tilesOff.includes(tile),
    t: translator(language),
    nonce: loaded?.nonce,
    path: loaded?.path ?? '/',
    name: loaded?.name,
    sessionSeconds: loaded?.sessionSeconds,
  }
}
