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
  serverUrl: string
  serviceSecret: string
}

export const visitorContext = createContext<Visitor>()

/** Set by an action that answers with a page, so that the loader after it does not lead elsewhere. */
export const answersWithPage = createContext(false)
