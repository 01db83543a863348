import type { Catalogue } from './language.ts'

export const portalFormsTexts = {} satisfies Catalogue
