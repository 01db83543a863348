import { buildZip, type ZipPart } from './build-zip.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

type DocxOptions = {
  /** What stands in the body of the document. */
  body?: string
  /** More relationships of the document. */
  relationships?: string
  contentTypes?: string
  document?: string | Buffer
  more?: readonly ZipPart[]
}

/** A Word document of the least parts that Word opens. */
export function buildDocx(options: DocxOptions = {}): Buffer {
  return buildZip(docxParts(options))
}

export function docxParts({
  body = '<w:p><w:r><w:t>What helps at school.</w:t></w:r></w:p>',
  relationships = '',
  contentTypes = '',
  document = `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  more = [],
}: DocxOptions = {}): ZipPart[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${contentTypes}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: relationshipsFile(
        `<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
      ),
    },
    { name: 'word/document.xml', content: document },
    { name: 'word/_rels/document.xml.rels', content: relationshipsFile(relationships) },
    ...more,
  ]
}

/** The part of an archive that names what a document is made of and takes from elsewhere. */
export function relationshipsFile(relationships: string): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`
}

/** A relationship to something outside of the document. */
export function external(type: string, target: string): string {
  return `<Relationship Id="r9" Type="${office}/${type}" Target="${target}" TargetMode="External"/>`
}

/** A field with its instruction in as many runs as there are pieces. */
export function field(...pieces: string[]): string {
  const runs = pieces.map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`)
  return `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
}
