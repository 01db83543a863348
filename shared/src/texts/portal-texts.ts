import type { Catalogue } from './language.ts'

export const portalTexts = {} satisfies Catalogue
