import type { ShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import type { Tile } from '@send/shared/accounts/portal-faces/tiles'
import { createContext, data } from 'react-router'
import type { RouterContextProvider } from 'react-router'

/** What this face says and offers, as the authority has settled it. */
export const shownFaceContext = createContext<ShownFace>()

/** Answers that a page is not offered where the authority has switched its tile off; the server refuses it in any case. */
export function requireTile(context: Readonly<RouterContextProvider>, tile: Tile): void {
  if (context.get(shownFaceContext).tilesOff.includes(tile)) throw notOffered()
}

/** Gone for now, and never the fault of who asks: see `ErrorPage`. */
export function notOffered() {
  return data(null, { status: 410 })
}
