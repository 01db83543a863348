import type { Catalogue } from './language.ts'

export const mailTexts = {} satisfies Catalogue
