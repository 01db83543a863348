import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PaperDocument } from '../../submissions/printing/paper-document.ts'
import { loadFonts } from './fonts.ts'
import { makePrintable } from './printable.ts'

/** Loads fonts and layouts once; gives what makes a PDF/UA-1 of a paper, or throws where Typst will not. */
export function createTypesetter(): (paper: PaperDocument) => Uint8Array<ArrayBuffer> {
  const { fonts, hasCharacter } = loadFonts()
  const workspace = import.meta.dirname
  const layoutOf = (kind: PaperDocument['kind']) => readFileSync(path.join(workspace, `${kind}.typ`), 'utf8')
  const layouts = { copy: layoutOf('copy'), blank: layoutOf('blank') }
  // Typst would mix fonts of the machine with ours of the same name, which may lack letters that ours have.
  process.env['FONTCONFIG_FILE'] = path.join(workspace, 'own-fonts-only.conf')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], workspace })
  return (paper) => {
    try {
      const inputs = { paper: JSON.stringify(makePrintable(paper, hasCharacter)) }
      const set = compiler.compile({ mainFileContent: layouts[paper.kind], inputs })
      // What Typst says of a failure quotes the words that it failed at, so that it is not passed on.
      if (!set.result) throw new Error('The paper could not be set.')
      return new Uint8Array(
        compiler.pdf(set.result, { pdfStandard: 'ua-1', creationTimestamp: paper.madeAt }),
      )
    } finally {
      // Nothing of one family's form stays in the memory of the process.
      compiler.evictCache(0)
    }
  }
}
