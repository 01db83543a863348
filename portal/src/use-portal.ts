import { translator } from '@send/shared/texts/translator'
import type { Translate } from '@send/shared/texts/translator'
import { useRouteLoaderData } from 'react-router'
import type { loader } from './root.tsx'
import type { Face, PortalLanguage } from './visitor.ts'

export type Portal = {
  language: PortalLanguage
  face: Face
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
  return {
    language,
    face: loaded?.face ?? 'citizen',
    t: translator(language),
    nonce: loaded?.nonce,
    path: loaded?.path ?? '/',
    name: loaded?.name,
    sessionSeconds: loaded?.sessionSeconds,
  }
}
