import { deflateSync } from 'node:zlib'

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function buildPdf(objects: readonly (string | Buffer)[], { trailer = '' } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')]
  const starts: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    starts.push(at)
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(part)
    at += part.length
  }
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table + end)])
}

const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'

/** A PDF of one empty page, with more in its catalogue, on its page, and more objects from number 4 on. */
export function buildPage({
  catalogue = '',
  page = '',
  more = [],
  trailer = '',
}: {
  catalogue?: string
  page?: string
  more?: readonly (string | Buffer)[]
  trailer?: string
} = {}): Buffer {
  return buildPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      pages,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`,
      ...more,
    ],
    { trailer },
  )
}

/** A stream that packs objects; `name` is how it says what it is. */
export function objectStream(
  objects: readonly (readonly [number: number, content: string])[],
  {
    name = 'ObjStm',
    filter = '/FlateDecode',
    packed,
  }: { name?: string; filter?: string; packed?: Buffer } = {},
): Buffer {
  let offset = 0
  const table = objects.map(([number, content]) => {
    const row = `${number} ${offset}`
    offset += content.length + 1
    return row
  })
  const first = `${table.join(' ')} `
  const bytes = packed ?? deflateSync(first + objects.map(([, content]) => `${content} `).join(''))
  const dictionary = `<< /Type /${name} /N ${objects.length} /First ${first.length} /Length ${bytes.length} /Filter ${filter} >>`
  return Buffer.concat([Buffer.from(`${dictionary}\nstream\n`), bytes, Buffer.from('\nendstream')])
}
