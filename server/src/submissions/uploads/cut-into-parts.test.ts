import { expect, test } from 'vitest'
import { cutIntoParts } from './cut-into-parts.ts'

async function partsOf(
  bytes: Buffer,
  { pieces, size, bytesLeft }: { pieces: number; size: number; bytesLeft: number },
): Promise<string[]> {
  async function* content(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces)
  }
  const parts: string[] = []
  for await (const part of cutIntoParts(content(), { size, bytesLeft })) parts.push(part.toString())
  return parts
}

test.each([1, 2, 3, 4, 5, 10, 11])(
  'however a file comes, here %i bytes at a time, its parts are equal',
  async (pieces) => {
    const whole = Buffer.from('abcdefghij')
    expect(await partsOf(whole, { pieces, size: 4, bytesLeft: 10 })).toEqual(['abcd', 'efgh', 'ij'])
    expect(await partsOf(whole, { pieces, size: 5, bytesLeft: 10 })).toEqual(['abcde', 'fghij'])
    expect(await partsOf(whole, { pieces, size: 4, bytesLeft: 20 })).toEqual(['abcd', 'efgh'])
    expect(await partsOf(whole, { pieces, size: 4, bytesLeft: 7 })).toEqual(['abcd', 'efg'])
    expect(await partsOf(whole, { pieces, size: 20, bytesLeft: 10 })).toEqual(['abcdefghij'])
    expect(await partsOf(whole, { pieces, size: 20, bytesLeft: 20 })).toEqual([])
  },
)
