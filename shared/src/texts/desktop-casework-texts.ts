import type { Catalogue } from './language.ts'

export const desktopCaseworkTexts = {} satisfies Catalogue
