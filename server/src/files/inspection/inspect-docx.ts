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
  // UTF-16, or another way of writing letters, would hide every word that is looked for below.
  if (bytes.includes(0)) throw new Refusal('damaged')
  const text = bytes.toString('utf8')
  const encoding = /^\ufeff?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8'
  if (!/^(utf-8|us-ascii|iso-8859-1|windows-1252)$/i.test(encoding)) throw new Refusal('damaged')
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('activeContent')
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject|activeX|oleObject/i.test(undoEntities(text)))
    throw new Refusal('activeContent')
  if (name.endsWith('.rels')) inspectRelationships(text)
  if (runsOrFetches(fieldInstructions(text))) throw new Refusal('activeContent')
}

/** What the document takes from outside: links that somebody must press are welcome, what is fetched is not. */
function inspectRelationships(text: string): void {
  for (const [relationship] of text.matchAll(
    /<(?:[^\s<>/:"']+:)?Relationship\s(?:"[^"]*"|'[^']*'|[^>"'])*>/g,
  )) {
    const type = attributeOf(relationship, 'Type').split('/').at(-1) ?? ''
    if (/^(aFChunk|oleObject|control|vbaProject|subDocument|frame)$/i.test(type))
      throw new Refusal('activeContent')
    if (attributeOf(relationship, 'TargetMode').toLowerCase() !== 'external' || type === 'hyperlink') continue
    if (!isOnOwnDisk(attributeOf(relationship, 'Target'))) throw new Refusal('activeContent')
  }
}

/** A template on the writer's own disk, which Word notes down in most documents, is reached by nobody else. */
function isOnOwnDisk(target: string): boolean {
  if (/%[0-9a-f]{2}/i.test(target.slice(0, 12))) return false
  return /^(file:\/{3})?[a-z]:[\\/]/i.test(target) || /^[\w .()-]+$/.test(target)
}

function attributeOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean)
  return undoEntities(found ?? '')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function undoEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hexadecimal, decimal, name) => {
      if (name) return entities[String(name)] ?? whole
      const code = hexadecimal ? Number.parseInt(String(hexadecimal), 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

/** The instructions of all fields in a row: one may be spread over many runs. */
function fieldInstructions(text: string): string {
  const long = [...text.matchAll(/<(?:[^\s<>/:]+:)?instrText\b[^>]*>([^<]*)</g)].map(
    (match) => match[1] ?? '',
  )
  const short = [...text.matchAll(/\s(?:[^\s<>/:="']+:)?instr\s*=\s*(?:"([^"]*)|'([^']*))/g)].map((match) =>
    match.slice(1).find(Boolean),
  )
  return undoEntities(`${long.join('')} ${short.join(' ')}`)
}

/** Fields that start a program, take something from elsewhere, or spell such a word by the numbers of its letters. */
function runsOrFetches(instructions: string): boolean {
  return (
    /\bDDE(AUTO)?\b/i.test(instructions) ||
    /\b(INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\s+["'“]?\s*(https?:|ftp:|file:|\\\\)/i.test(instructions) ||
    /\bQUOTE(\s+"?\d+"?){3}/i.test(instructions)
  )
}
