import { buffer } from 'node:stream/consumers'
import type { FileKind } from '@send/shared/forms/questions/file'
import { Refusal } from './refusal.ts'

// A process of its own without settings, files or secrets: whatever a hostile file does to it, it does only here.
// It answers on its standard output with letters: s when it is ready, then k (keep it as it is), w and the file
// written anew, or r and the reason of a refusal.
const inspect = await loadInspection(process.argv[2] as FileKind)
process.stdout.write('s')
try {
  const rewritten = await inspect(await buffer(process.stdin))
  process.stdout.write(rewritten ? 'w' : 'k')
  if (rewritten) process.stdout.write(rewritten)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stdout.write(`r${error.reason}`)
}

/** Looks into a file of this kind; only pictures come back as something else. */
async function loadInspection(kind: FileKind): Promise<(bytes: Buffer) => void | Promise<Buffer>> {
  switch (kind) {
    case 'pdf':
      return (await import('./inspect-pdf.ts')).inspectPdf
    case 'docx':
      return (await import('./inspect-docx.ts')).inspectDocx
    case 'text':
      return (await import('./inspect-text.ts')).inspectText
    case 'jpeg':
    case 'png': {
      const { rewriteImage } = await import('./rewrite-image.ts')
      return (bytes) => rewriteImage(bytes, kind)
    }
  }
}
