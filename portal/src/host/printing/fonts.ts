import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { listCharacters } from './list-characters.ts'

const { resolve } = createRequire(import.meta.url)

/** Where the regular and the bold font of a Noto for one script lie. */
function noto(script: string, name: string): string[] {
  return ['400Regular', '700Bold'].map((weight) => notoFile(`noto-${script}`, name, weight))
}

function notoFile(folder: string, name: string, weight: string): string {
  return resolve(`@expo-google-fonts/${folder}/${weight}/${name}_${weight}.ttf`)
}

/**
 * Newer Arabic fonts of Noto draw dots apart from letters: in what is copied or read out letters then stand twice. This
 * package lets nothing be resolved but its code, which lies beside the fonts.
 */
function naskh(): string[] {
  const folder = path.join(path.dirname(resolve('@embedpdf/fonts-arabic')), '../fonts')
  return ['NotoNaskhArabic-Regular.ttf', 'NotoNaskhArabic-Bold.ttf'].map((file) => path.join(folder, file))
}

/** The fonts by families. DejaVu is there for signs, and for scripts of which few families write. */
function listFamilies(): string[][] {
  return [
    [
      ...noto('sans', 'NotoSans'),
      notoFile('noto-sans', 'NotoSans', '400Regular_Italic'),
      notoFile('noto-sans', 'NotoSans', '700Bold_Italic'),
    ],
    naskh(),
    noto('sans-bengali', 'NotoSansBengali'),
    noto('sans-devanagari', 'NotoSansDevanagari'),
    noto('sans-gujarati', 'NotoSansGujarati'),
    noto('sans-gurmukhi', 'NotoSansGurmukhi'),
    noto('sans-tamil', 'NotoSansTamil'),
    noto('emoji', 'NotoEmoji'),
    ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`)),
  ]
}

/** The fonts of printed copies, and whether they have a letter for a character, be it bold or italic. */
export function loadFonts(): { fonts: Buffer[]; hasCharacter: (codePoint: number) => boolean } {
  const families = listFamilies().map((files) => files.map((file) => readFileSync(file)))
  const known = new Set<number>()
  for (const fonts of families) {
    const sets = fonts.map((font) => new Set(listCharacters(font)))
    for (const codePoint of sets[0] ?? []) {
      if (sets.every((set) => set.has(codePoint))) known.add(codePoint)
    }
  }
  return { fonts: families.flat(), hasCharacter: (codePoint) => known.has(codePoint) }
}
