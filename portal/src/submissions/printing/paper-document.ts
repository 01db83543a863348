import type { BlankDocument } from './blank-document.ts'
import type { CopyDocument } from './copy-document.ts'

/** Everything that can be set on paper. */
export type PaperDocument = CopyDocument | BlankDocument
