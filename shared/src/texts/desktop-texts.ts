import type { Catalogue } from './language.ts'

export const desktopTexts = {} satisfies Catalogue
