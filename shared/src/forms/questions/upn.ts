import { z } from 'zod'
import { isUpn, tidyUpn } from '../../values/upn.ts'
import { OneLine, oneLineModel } from './one-line.ts'
import { questionParts } from './question-parts.ts'

export const Upn = z.strictObject({ ...questionParts, type: z.literal('upn') })
export type Upn = z.infer<typeof Upn>

export const UpnAnswer = OneLine
export type UpnAnswer = z.infer<typeof UpnAnswer>

export const upnModel = oneLineModel<Upn>({
  holds: isUpn,
  wrong: 'validation.upnWrong',
  display: (typed) => (isUpn(typed) ? tidyUpn(typed) : typed),
})
