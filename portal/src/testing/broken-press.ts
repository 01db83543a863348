import type { CopyDocument } from '../submissions/printing/copy-document.ts'

// A press that does what a copy says: it sets for ever, dies, cannot set it, or gives something back.
process.on('message', (copy: CopyDocument) => {
  const words = JSON.stringify(copy)
  if (words.includes('for ever')) for (;;);
  if (words.includes('die')) process.abort()
  process.send?.(words.includes('refuse') ? undefined : new Uint8Array([1]))
})
process.once('disconnect', () => process.exit(0))
