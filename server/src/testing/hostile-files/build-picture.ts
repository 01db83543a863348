import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Stands in every place and remark that a picture below carries, and must be found nowhere afterwards. */
export const placeCanary = 'Canarienweg 51 29 36 N'

const place = {
  IFD0: { Copyright: placeCanary, Make: placeCanary, DateTime: '2026:03:02 09:00:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 29/1 36/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '3/1 10/1 12/1',
  },
}

type Size = { width: number; height: number }

function picture({ width, height }: Size) {
  return sharp({ create: { width, height, channels: 3, background: { r: 120, g: 60, b: 200 } } })
}

/** A photograph that says where and when it was taken, by Exif and XMP. */
export function photograph(
  format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif',
  size: Size = { width: 60, height: 40 },
): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="${placeCanary}"/></rdf:RDF></x:xmpmeta>`
  return picture(size).withExif(place).withXmp(xmp).toFormat(format).toBuffer()
}

/** One that lies on its side, and says that it is to be shown upright. */
export function photographOnItsSide(size: Size): Promise<Buffer> {
  return picture(size).withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer()
}

export function progressive(format: 'jpeg' | 'png', size: Size): Promise<Buffer> {
  const options = { progressive: true, ...(format === 'png' ? { compressionLevel: 9 } : {}) }
  return picture(size).toFormat(format, options).toBuffer()
}

/** A JPEG with these segments behind its start. */
export async function jpegWith(...segments: { marker: number; content: Buffer }[]): Promise<Buffer> {
  const jpeg = await picture({ width: 60, height: 40 }).jpeg().toBuffer()
  const added = segments.map(({ marker, content }) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  })
  return Buffer.concat([jpeg.subarray(0, 2), ...added, jpeg.subarray(2)])
}

export function pngChunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  checksum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, checksum])
}

/** A PNG that says it is this large, whatever it holds. */
export function pngOf({ width, height, rows }: Size & { rows: Buffer }, ...chunks: Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows of a grey PNG without a filter. */
export function greyRows({ width, height }: Size): Buffer {
  return Buffer.alloc((width + 1) * height)
}

/** The start of a photograph in Apple’s format, with a place in it; nothing here reads more of one. */
export function heic(): Buffer {
  const box = Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1')
  return Buffer.concat([box, Buffer.from(`Exif\u0000\u0000${placeCanary}`), Buffer.alloc(2000)])
}
