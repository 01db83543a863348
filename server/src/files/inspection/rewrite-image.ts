import sharp, { type Sharp } from 'sharp'
import { Refusal } from './refusal.ts'

/** A phone's largest ordinary photograph has 50 million pixels. */
const mostPixels = 64_000_000
/** Of a picture that must be unpacked as a whole before its first row is known. */
const mostPixelsAtOnce = 12_000_000
/** The longer side of what is kept: enough for a page of A4 at 350 dots an inch. */
const longestSide = 4096

// Everything else that the library could read stays shut, whatever a file says it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.cache(false)
sharp.concurrency(1)

/**
 * The same picture written anew: upright, without place, time, camera, comments or anything behind its end. Refuses
 * by its head one with too many pixels, before they are unpacked.
 */
export async function rewriteImage(bytes: Buffer, kind: 'jpeg' | 'png'): Promise<Buffer> {
  const { width, height, format, isProgressive, orientation } = await readable(
    sharp(bytes, { limitInputPixels: false }).metadata(),
  )
  if (format !== kind) throw new Refusal('notWhatItSays')
  if (width * height > (isProgressive ? mostPixelsAtOnce : mostPixels)) throw new Refusal('tooManyPixels')
  const smaller = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const rewritten = await readable(encode(smaller, kind))
  if (orientation === undefined || orientation === 1) return rewritten
  // Turned only now, because what is turned must be held as a whole.
  return readable(encode(turnUpright(sharp(rewritten), orientation), kind))
}

/** Row by row as well: the smaller tables of `optimizeCoding` would need the whole picture in memory. */
function encode(picture: Sharp, kind: 'jpeg' | 'png'): Promise<Buffer> {
  return (kind === 'jpeg' ? picture.jpeg({ quality: 92, optimizeCoding: false }) : picture.png()).toBuffer()
}

/** Exif 2.32, 4.6.4: where the first row and the first column of the picture as it is stored belong. */
function turnUpright(picture: Sharp, orientation: number): Sharp {
  switch (orientation) {
    case 2:
      return picture.flop()
    case 3:
      return picture.rotate(180)
    case 4:
      return picture.flip()
    case 5:
      return picture.rotate(90).flop()
    case 6:
      return picture.rotate(90)
    case 7:
      return picture.rotate(270).flop()
    case 8:
      return picture.rotate(270)
    default:
      return picture
  }
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch {
    throw new Refusal('damaged')
  }
}
