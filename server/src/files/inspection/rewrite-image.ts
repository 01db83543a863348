import sharp from 'sharp'
import { Refusal } from './refusal.ts'

/** A phone's largest ordinary photograph has 50 million pixels. */
const mostPixels = 64_000_000
/** The longer side of what is kept: enough for a page of A4 at 400 dots an inch. */
const longestSide = 5000

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
  const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const
  const { width, height, format } = await readable(
    sharp(bytes, { ...options, limitInputPixels: false }).metadata(),
  )
  if (format !== kind) throw new Refusal('notWhatItSays')
  if (width * height > mostPixels) throw new Refusal('tooManyPixels')
  const upright = sharp(bytes, options)
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
  const encoded = kind === 'jpeg' ? upright.jpeg({ quality: 90 }) : upright.png()
  return readable(encoded.toBuffer())
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch {
    throw new Refusal('damaged')
  }
}
