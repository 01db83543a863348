/** Letters that lose no accent by decomposition but are written otherwise where a keyboard lacks them. */
const latin: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'a',
}

// Source: BGN/PCGN 1947 (Russian), with the Ukrainian letters; ELOT 743 (Greek), one letter at a time.
const cyrillic = {
  from: 'абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя',
  to: 'a b v g g d e e ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' '),
}
const greek = {
  from: 'αβγδεζηθικλμνξοπρσςτυφχψω',
  to: 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'.split(' '),
}

const letters = new Map<string, string>(Object.entries(latin))
for (const { from, to } of [cyrillic, greek])
  for (const [place, letter] of Array.from(from).entries()) letters.set(letter, to[place] ?? '')

const plain = /^[a-z0-9 ]*$/

/** A name in plain small letters: capitals, accents and foreign letters folded, words parted by one space. */
export function foldName(written: string): string {
  const small = written.toLowerCase()
  if (plain.test(small)) return small.trim().replaceAll(/ +/g, ' ')
  const bare = small
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘ʼ`´]/g, '')
  return Array.from(bare, (letter) => letters.get(letter) ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Folded further, so that both ways to write an umlaut are one: Müller, Mueller and Muller. */
export function foldUmlauts(folded: string): string {
  return folded.replaceAll(/([aou])e/g, '$1')
}
