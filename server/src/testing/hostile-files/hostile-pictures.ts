import { deflateSync } from 'node:zlib'
import { buildPage } from './build-pdf.ts'
import {
  greyRows,
  heic,
  jpegWith,
  photograph,
  photographOnItsSide,
  placeCanary,
  pngChunk,
  pngOf,
  progressive,
} from './build-picture.ts'
import { buildZip } from './build-zip.ts'
import { kept, refused, type HostileFile } from './hostile-file.ts'

const small = { width: 16, height: 16 }
const rows = greyRows(small)
const remark = Buffer.from(placeCanary)

/** Pictures that tell where a child lives, that are more than a picture, or that do not end. */
export const hostilePictures: HostileFile[] = [
  kept('the place in a JPEG', 'photo.jpg', () => photograph('jpeg')),
  kept('the place in a PNG', 'photo.png', () => photograph('png')),
  kept('the place in a JPEG on its side', 'photo.jpeg', () =>
    photographOnItsSide({ width: 900, height: 600 }),
  ),
  kept('the place in a remark of a JPEG', 'photo.jpg', () => jpegWith({ marker: 0xfe, content: remark })),
  kept('the place in an unknown part of a JPEG', 'photo.jpg', () =>
    jpegWith({ marker: 0xed, content: remark }),
  ),
  kept('the place in a text of a PNG', 'photo.png', () =>
    pngOf({ ...small, rows }, pngChunk('tEXt', Buffer.from(`Comment\0${placeCanary}`))),
  ),
  kept('the place in an unknown part of a PNG', 'photo.png', () =>
    pngOf({ ...small, rows }, pngChunk('meOw', remark)),
  ),
  kept('the place behind the end of a JPEG', 'photo.jpg', async () =>
    Buffer.concat([await jpegWith(), remark]),
  ),
  kept('the place behind the end of a PNG', 'photo.png', () =>
    Buffer.concat([pngOf({ ...small, rows }), remark]),
  ),
  kept('a zip behind a JPEG', 'photo.jpg', async () =>
    Buffer.concat([await jpegWith(), buildZip([{ name: 'a.exe', content: placeCanary }])]),
  ),
  kept('a PDF behind a PNG', 'photo.png', () =>
    Buffer.concat([pngOf({ ...small, rows }), buildPage({ catalogue: `/X (${placeCanary})` })]),
  ),
  kept('a page of the web in a remark of a JPEG', 'photo.jpg', () =>
    jpegWith({ marker: 0xfe, content: Buffer.from(`<script>${placeCanary}</script>`) }),
  ),
  kept('a photograph of 48 megapixels on its side', 'photo.jpg', () =>
    photographOnItsSide({ width: 8000, height: 6000 }),
  ),
  kept('a photograph of 60 megapixels', 'photo.jpg', () =>
    photograph('jpeg', { width: 10_000, height: 6000 }),
  ),
  refused('wrongKind', 'the place in a WebP', 'photo.webp', () => photograph('webp')),
  refused('wrongKind', 'the place in a TIFF', 'photo.tif', () => photograph('tiff')),
  refused('wrongKind', 'the place in a photograph of an iPhone (HEIC)', 'photo.heic', heic),
  refused('wrongKind', 'a HEIC that calls itself JPEG', 'photo.jpg', heic),
  refused('wrongKind', 'a GIF that calls itself PNG', 'photo.png', () => photograph('gif')),
  refused('wrongKind', 'a GIF that is a script as well', 'photo.png', () =>
    Buffer.from('GIF89a/*\u0001\u0000*/=1;alert(1)', 'latin1'),
  ),
  refused('notWhatItSays', 'a PNG that calls itself JPEG', 'photo.jpg', () => photograph('png')),
  refused('tooManyPixels', 'a PNG of 65,535 by 65,535 pixels', 'photo.png', () =>
    pngOf({ width: 65_535, height: 65_535, rows }),
  ),
  refused('damaged', 'a PNG of 2,147,483,647 by 1 pixels', 'photo.png', () =>
    pngOf({ width: 2_147_483_647, height: 1, rows }),
  ),
  refused('tooManyPixels', 'a JPEG of 65,000 by 65,000 pixels', 'photo.jpg', async () => {
    const jpeg = await jpegWith()
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(65_000, frame + 5)
    jpeg.writeUInt16BE(65_000, frame + 7)
    return jpeg
  }),
  refused('tooManyPixels', 'a JPEG that must be unpacked as a whole', 'photo.jpg', () =>
    progressive('jpeg', { width: 7000, height: 7000 }),
  ),
  refused('tooManyPixels', 'a PNG that must be unpacked as a whole', 'photo.png', () =>
    progressive('png', { width: 7000, height: 7000 }),
  ),
  refused('damaged', 'a PNG that says it is larger than it is', 'photo.png', () =>
    pngOf({ width: 5000, height: 5000, rows }),
  ),
  refused('damaged', 'half a JPEG', 'photo.jpg', async () => {
    const jpeg = await photograph('jpeg', { width: 400, height: 400 })
    return jpeg.subarray(0, jpeg.length / 2)
  }),
  refused('damaged', 'a PNG of which a byte was changed', 'photo.png', () => {
    const png = pngOf({ ...small, rows })
    png[png.indexOf('IDAT') + 6] = 0xff
    return png
  }),
  refused('damaged', 'the start of a JPEG and nothing of one', 'photo.jpg', () =>
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2]),
  ),
  refused('damaged', 'the start of a PNG and nothing of one', 'photo.png', () =>
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
  ),
  kept('a PNG whose texts unpack to 100 MB', 'photo.png', () => bombInText()),
]

function bombInText(): Buffer {
  const text = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(100 * 1024 * 1024, 'x'))])
  return pngOf({ ...small, rows }, pngChunk('zTXt', text))
}
