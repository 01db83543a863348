import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from './refusal.ts'

/** One file of an archive, as the table at its end describes it. */
export type ZipEntry = {
  name: string
  /** Bytes when unpacked, as the archive says; `unpackEntry` holds it to that. */
  size: number
  compressedSize: number
  checksum: number
  stored: boolean
  /** Where its own header starts, and where its bytes do. */
  start: number
  dataStart: number
}

/** What an archive may say of itself before anything of it is unpacked. */
export const zipLimits = { entries: 5000, entryBytes: 32 * 1024 * 1024, bytes: 200 * 1024 * 1024 }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const headerMark = 0x04034b50
const endBytes = 22
const symbolicLink = 0xa000

/**
 * The entries of a zip, from the table at its end. Refuses what says that it is too much, what is encrypted or a
 * symbolic link, names that lead elsewhere, and entries that lie over one another: nothing is unpacked here.
 */
export function readZip(bytes: Buffer): ZipEntry[] {
  const end = bytes.length - endBytes
  // Without a comment: data behind the end would belong to a file of another kind.
  if (end < 0 || bytes.readUInt32LE(end) !== endMark || bytes.readUInt16LE(end + 20) !== 0)
    throw new Refusal('damaged')
  const count = bytes.readUInt16LE(end + 10)
  // 65,535 stands for a number in a larger table of its own.
  if (count > zipLimits.entries) throw new Refusal('tooMuchInside')
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark) throw new Refusal('damaged')
    entries.push(readEntry(bytes, at))
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (at !== end) throw new Refusal('damaged')
  if (entries.reduce((sum, { size }) => sum + size, 0) > zipLimits.bytes) throw new Refusal('tooMuchInside')
  requireApart(entries)
  return entries
}

function readEntry(bytes: Buffer, at: number): ZipEntry {
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const name = bytes.subarray(at + 46, nameEnd).toString('utf8')
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)]
  const [compressedSize, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
  if (flags & 0x41) throw new Refusal('locked')
  if (method !== 0 && method !== 8) throw new Refusal('damaged')
  if (size > zipLimits.entryBytes) throw new Refusal('tooMuchInside')
  if (((bytes.readUInt32LE(at + 38) >>> 16) & 0xf000) === symbolicLink || !isPlainName(name))
    throw new Refusal('notWhatItSays')
  const start = bytes.readUInt32LE(at + 42)
  if (start + 30 > bytes.length || bytes.readUInt32LE(start) !== headerMark) throw new Refusal('damaged')
  const dataStart = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
  const ownName = bytes.subarray(start + 30, start + 30 + bytes.readUInt16LE(start + 26)).toString('utf8')
  if (ownName !== name || dataStart + compressedSize > bytes.length) throw new Refusal('damaged')
  const checksum = bytes.readUInt32LE(at + 16)
  return { name, size, compressedSize, checksum, stored: method === 0, start, dataStart }
}

/** A path inside the archive and nowhere else. */
function isPlainName(name: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (name === '' || name.length > 300 || /[\\:\u0000-\u001f]/.test(name) || name.startsWith('/'))
    return false
  return !name.split('/').includes('..')
}

/** Bombs of one block that many entries share are not counted by their size. */
function requireApart(entries: ZipEntry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  if (names.size !== entries.length) throw new Refusal('damaged')
  let end = 0
  for (const entry of entries.toSorted((one, other) => one.start - other.start)) {
    if (entry.start < end) throw new Refusal('tooMuchInside')
    end = entry.dataStart + entry.compressedSize
  }
}

/** The bytes of one entry; refuses one that unpacks to anything but what the archive says. */
export function unpackEntry(archive: Buffer, entry: ZipEntry): Buffer {
  const packed = archive.subarray(entry.dataStart, entry.dataStart + entry.compressedSize)
  const bytes = entry.stored ? packed : inflate(packed, entry.size)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.checksum) throw new Refusal('damaged')
  return bytes
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const tooLarge =
      error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(tooLarge ? 'tooMuchInside' : 'damaged')
  }
}
