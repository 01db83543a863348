import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  name: string
  content: Buffer | string
  /** Bytes that the archive says it has unpacked. */
  claimedSize?: number
  flags?: number
  method?: number
  /** The rights and the type of file of a Unix system. */
  mode?: number
  /** Where its own header stands, of an entry that brings none because it lies within another. */
  startsAt?: number
}

/** A zip, entry by entry as it is told, lies included. */
export function buildZip(parts: readonly ZipPart[], comment = ''): Buffer {
  const locals: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = part.method === 0 ? content : deflateRawSync(content)
    const name = Buffer.from(part.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.flags ?? 0, 2)
    common.writeUInt16LE(part.method ?? 8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.claimedSize ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    table.push(entryOf({ common, name, start: part.startsAt ?? at, mode: part.mode ?? 0 }))
    if (part.startsAt !== undefined) continue
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed])
    locals.push(local)
    at += local.length
  }
  const entries = Buffer.concat(table)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...locals, entries, end, Buffer.from(comment)])
}

function entryOf({
  common,
  name,
  start,
  mode,
}: {
  common: Buffer
  name: Buffer
  start: number
  mode: number
}): Buffer {
  const entry = Buffer.alloc(46)
  entry.write('PK\u0001\u0002', 'latin1')
  entry.writeUInt16LE(0x0314, 4)
  common.copy(entry, 6)
  entry.writeUInt32LE((mode << 16) >>> 0, 38)
  entry.writeUInt32LE(start, 42)
  return Buffer.concat([entry, name])
}
