/**
 * The characters for which a TrueType font has a letter, from its table `cmap` in the formats 4 and 12.
 * Source: OpenType specification, https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 */
export function* listCharacters(font: Buffer): Generator<number> {
  const table = findTable(font, 'cmap')
  if (table === undefined) return
  const count = font.readUInt16BE(table + 2)
  for (let record = 0; record < count; record += 1) {
    const subtable = table + font.readUInt32BE(table + 8 + record * 8)
    const format = font.readUInt16BE(subtable)
    if (format === 4) yield* listOfFormat4(font, subtable)
    if (format === 12) yield* listOfFormat12(font, subtable)
  }
}

function findTable(font: Buffer, tag: string): number | undefined {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  return undefined
}

function* listOfFormat4(font: Buffer, subtable: number): Generator<number> {
  const twice = font.readUInt16BE(subtable + 6)
  const ends = subtable + 14
  const starts = ends + twice + 2
  for (let at = 0; at < twice; at += 2) {
    const [first, last] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)]
    const delta = font.readUInt16BE(starts + twice + at)
    const rangeAt = starts + 2 * twice + at
    const range = font.readUInt16BE(rangeAt)
    for (let character = first; character <= last && character !== 0xff_ff; character += 1) {
      const glyph =
        range === 0
          ? (character + delta) & 0xff_ff
          : font.readUInt16BE(rangeAt + range + 2 * (character - first))
      // Glyph 0 is the box that stands for a missing letter.
      if (glyph !== 0) yield character
    }
  }
}

function* listOfFormat12(font: Buffer, subtable: number): Generator<number> {
  const count = font.readUInt32BE(subtable + 12)
  for (let group = 0; group < count; group += 1) {
    const at = subtable + 16 + group * 12
    const last = font.readUInt32BE(at + 4)
    for (let character = font.readUInt32BE(at); character <= last; character += 1) yield character
  }
}
