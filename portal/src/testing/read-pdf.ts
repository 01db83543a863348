import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of the structure of a PDF, as a screen reader meets it: what it is, in which language, and its words. */
type ReadElement = { role: string; language: string | undefined; words: string }
type TreeNode = { role?: string; lang?: string; id?: string; children?: TreeNode[] }

/** What a PDF says of itself, and its structure in reading order; for tests. */
export async function readPdf(pdf: Uint8Array): Promise<{
  title: unknown
  language: unknown
  isMarked: boolean
  universalAccess: string | undefined
  pages: number
  elements: ReadElement[]
  words: string
}> {
  // The reader takes the bytes away from whoever gave them.
  const file = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const { info, metadata } = await file.getMetadata()
  const told = info as Record<string, unknown>
  // A map, whatever its types say.
  const marks: unknown = await file.getMarkInfo()
  const elements: ReadElement[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const wordsById = await readMarkedWords(page)
    const walk = (node: TreeNode, around: ReadElement | undefined): void => {
      if (around && node.id !== undefined) around.words += wordsById.get(node.id) ?? ''
      const own = node.role ? { role: node.role, language: node.lang ?? around?.language, words: '' } : around
      if (own && own !== around) elements.push(own)
      for (const child of node.children ?? []) walk(child, own)
    }
    walk(await page.getStructTree(), undefined)
  }
  const raw = String(metadata?.getRaw() ?? '')
  await file.cleanup()
  return {
    title: told['Title'],
    language: told['Language'],
    isMarked: marks instanceof Map && marks.get('Marked') === true,
    universalAccess: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(raw)?.[1],
    pages: file.numPages,
    elements,
    words: elements.map(({ words }) => words).join('\n'),
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** The words of a page by the mark around them; what is decoration, such as the number of the page, has none. */
async function readMarkedWords(page: PdfPage): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = open.findLast((candidate) => candidate !== undefined)
      if (id)
        words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`.replaceAll('\u200b', ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id)
  }
  return words
}
