import { setPriority } from 'node:os'
import type { PaperDocument } from '../../submissions/printing/paper-document.ts'
import { createTypesetter } from './create-typesetter.ts'

// A process of its own, started by the printer: long work in it keeps no page waiting, and it can be ended.
const behindPages = 10
setPriority(behindPages)

const typeset = createTypesetter()

process.on('message', (paper: PaperDocument) => process.send?.(printedOf(paper)))
process.once('disconnect', () => process.exit(0))

function printedOf(paper: PaperDocument): Uint8Array | undefined {
  try {
    return typeset(paper)
  } catch {
    return undefined
  }
}
