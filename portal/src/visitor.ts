import { createContext } from 'react-router'

export type Face = 'citizen' | 'professional'
export type PortalLanguage = 'en' | 'cy'

/** Who asks for a page, as the host knows it: never a right, only what to pass on to the server. */
export type Visitor = {
  face: Face
  language: PortalLanguage
  nonce: string
  address: string
  /** What the device is called in its owner's list. */
  device: string | undefined
  token: string | undefined
  /** The page asks by itself while nobody may be there: no use of the session. */
  isUnattended?: boolean
  serverUrl: string
  serviceSecret: string
}

export const visitorContext = createContext<Visitor>()

/** Set by an action that answers with a page, so that the loader after it does not lead elsewhere; `byItself` needs nothing of it. */
export const answersWithPage = createContext<boolean | 'byItself'>(false)
