import { createContext } from 'react-router'
import type { CopyDocument } from './submissions/printing/copy-document.ts'

/** What comes of printing: the PDF, or why there is none now. */
export type Printed =
  | { outcome: 'printed'; pdf: Uint8Array<ArrayBuffer> }
  /** Too many are being made at the moment. */
  | { outcome: 'busy' }
  /** It is longer than a PDF can be made of within the time there is. */
  | { outcome: 'tooLong' }
  | { outcome: 'failed' }

/** Makes a PDF of a copy; never throws. */
export type Print = (copy: CopyDocument) => Promise<Printed>

export const printContext = createContext<Print>()
