import { createContext } from 'react-router'
import type { PaperDocument } from './submissions/printing/paper-document.ts'

/** What comes of printing: the PDF, or why there is none now. */
export type Printed =
  | { outcome: 'printed'; pdf: Uint8Array<ArrayBuffer> }
  /** Too many are being made at the moment. */
  | { outcome: 'busy' }
  /** It is longer than a PDF can be made of within the time there is. */
  | { outcome: 'tooLong' }
  | { outcome: 'failed' }

/** Makes a PDF of what is set on paper; never throws. */
export type Print = (paper: PaperDocument) => Promise<Printed>

export const printContext = createContext<Print>()

/** Where forms on paper are sent, line by line; empty where the authority has named no address. */
export const paperAddressContext = createContext<readonly string[]>()
