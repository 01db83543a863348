import { setPriority } from 'node:os'
import type { CopyDocument } from '../../submissions/printing/copy-document.ts'
import { createTypesetter } from './create-typesetter.ts'

// A process of its own, started by the printer: long work in it keeps no page waiting, and it can be ended.
const behindPages = 10
setPriority(behindPages)

const typeset = createTypesetter()

process.on('message', (copy: CopyDocument) => process.send?.(printedOf(copy)))
process.once('disconnect', () => process.exit(0))

function printedOf(copy: CopyDocument): Uint8Array | undefined {
  try {
    return typeset(copy)
  } catch {
    return undefined
  }
}
