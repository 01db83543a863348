import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CopyDocument } from '../../submissions/printing/copy-document.ts'
import { loadFonts } from './fonts.ts'
import { makePrintable } from './printable.ts'

/** Loads fonts and layout once; gives what makes a PDF/UA-1 of a copy, or throws where Typst will not. */
export function createTypesetter(): (copy: CopyDocument) => Uint8Array<ArrayBuffer> {
  const { fonts, hasCharacter } = loadFonts()
  const workspace = import.meta.dirname
  const layout = readFileSync(path.join(workspace, 'copy.typ'), 'utf8')
  // Typst would mix fonts of the machine with ours of the same name, which may lack letters that ours have.
  process.env['FONTCONFIG_FILE'] = path.join(workspace, 'own-fonts-only.conf')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], workspace })
  return (copy) => {
    try {
      const inputs = { copy: JSON.stringify(makePrintable(copy, hasCharacter)) }
      const set = compiler.compile({ mainFileContent: layout, inputs })
      // What Typst says of a failure quotes the words that it failed at, so that it is not passed on.
      if (!set.result) throw new Error('The copy could not be set.')
      return new Uint8Array(compiler.pdf(set.result, { pdfStandard: 'ua-1', creationTimestamp: copy.sentAt }))
    } finally {
      // Nothing of one family's form stays in the memory of the process.
      compiler.evictCache(0)
    }
  }
}
