import { Refusal } from './refusal.ts'
import { readZip, unpackEntry, type ZipEntry } from './read-zip.ts'

/** What may stand in a document: texts, pictures, fonts, and the tables behind its charts. */
const allowedEndings = new Set(
  'xml rels vml png jpg jpeg jfif gif bmp tif tiff emf wmf wdp webp svg ttf odttf fntdata thmx xlsx'.split(
    ' ',
  ),
)

/** The one binary part that is only about a printer. */
const printerSettings = /^(word|xl)\/printerSettings\/printerSettings\d+\.bin$/

/**
 * Refuses a Word document that can run something, fetch something or hide something. It is kept as it came: what
 * would have to be cut out of it is refused instead, because nobody could say afterwards what the sender wrote.
 */
export function inspectDocx(bytes: Buffer): void {
  inspectOfficeArchive(bytes, { main: 'word/document.xml', nested: true })
}

function inspectOfficeArchive(bytes: Buffer, { main, nested }: { main: string; nested: boolean }): void {
  const entries = readZip(bytes)
  const names = new Set(entries.map(({ name }) => name))
  if (!names.has('[Content_Types].xml') || !names.has(main)) throw new Refusal('wrongKind')
  for (const entry of entries) inspectEntry(bytes, entry, nested)
}

function inspectEntry(archive: Buffer, entry: ZipEntry, nested: boolean): void {
  if (entry.name.endsWith('/')) return
  const ending = entry.name.toLowerCase().split('.').at(-1) ?? ''
  const isPrinter = printerSettings.test(entry.name)
  if (!allowedEndings.has(ending) && !isPrinter) throw new Refusal('activeContent')
  if (/(^|\/)(activeX|vba)/i.test(entry.name)) throw new Refusal('activeContent')
  const bytes = unpackEntry(archive, entry)
  if (ending === 'xlsx') {
    if (!nested) throw new Refusal('tooMuchInside')
    inspectOfficeArchive(bytes, { main: 'xl/workbook.xml', nested: false })
  }
  if (['xml', 'rels', 'vml'].includes(ending)) inspectXml(entry.name, bytes)
}

function inspectXml(name: string, bytes: Buffer): void {
  // UTF-16 would hide every word that is looked for below.
  if (bytes.includes(0)) throw new Refusal('damaged')
  const text = bytes.toString('utf8')
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('activeContent')
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject|activeX|oleObject/i.test(text))
    throw new Refusal('activeContent')
  if (name.endsWith('.rels')) inspectRelationships(text)
  if (/\bDDE(AUTO)?\b/i.test(fieldInstructions(text))) throw new Refusal('activeContent')
}

/** What the document takes from outside: links that somebody must press are welcome, what is fetched is not. */
function inspectRelationships(text: string): void {
  for (const [relationship] of text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const type = attributeOf(relationship, 'Type').split('/').at(-1) ?? ''
    if (/^(aFChunk|oleObject|control|vbaProject|subDocument|frame)$/i.test(type))
      throw new Refusal('activeContent')
    if (attributeOf(relationship, 'TargetMode').toLowerCase() !== 'external' || type === 'hyperlink') continue
    if (!isOnOwnDisk(attributeOf(relationship, 'Target'))) throw new Refusal('activeContent')
  }
}

/** A template on the writer's own disk, which Word notes down in most documents, is reached by nobody else. */
function isOnOwnDisk(target: string): boolean {
  if (target.includes('&#') || /%[0-9a-f]{2}/i.test(target.slice(0, 12))) return false
  return /^(file:\/{3})?[a-z]:[\\/]/i.test(target) || /^[\w .()-]+$/.test(target)
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? ''
}

/** The instructions of all fields in a row: one may be spread over many runs. */
function fieldInstructions(text: string): string {
  const long = [...text.matchAll(/<w:instrText\b[^>]*>([^<]*)</g)].map((match) => match[1] ?? '').join('')
  const short = [...text.matchAll(/\sw:instr\s*=\s*["']([^"']*)/g)].map((match) => match[1] ?? '').join(' ')
  return `${long} ${short}`
}
