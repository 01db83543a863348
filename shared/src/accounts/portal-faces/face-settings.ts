import { z } from 'zod'
import { isEmailAddress } from '../../values/email-address.ts'
import { isPhoneNumber } from '../../values/phone-number.ts'
import { StorableText } from '../../values/storable-text.ts'
import { hasTile, Tile, type PortalFace } from './tiles.ts'

/** Characters at most, in each language. */
export const faceLimits = {
  authority: 60,
  name: 60,
  title: 120,
  introduction: 2000,
  who: 120,
  hours: 200,
  address: 300,
  noticeTitle: 120,
  notice: 600,
  phaseWord: 20,
  phaseText: 160,
} as const

const lineBreaks = /[\r\n\u2028\u2029]/

/** Whether there are control characters in a text, besides those that part its lines and words. */
function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text.replaceAll(/[\t\r\n]/g, ''))
}

function words(most: number, lines: 'one' | 'many' = 'one') {
  return StorableText.trim()
    .max(most, `Write at most ${most} characters.`)
    .refine((text) => !hasControl(text), 'Remove the characters that are not text.')
    .refine((text) => lines === 'many' || !lineBreaks.test(text), 'Write this in one line.')
}

const missing = 'Write this in English. It stands wherever there is no Welsh.'

/** Words in English and, where there are any, in Welsh. */
function wording(most: number, lines: 'one' | 'many' = 'one') {
  return z.strictObject({
    en: words(most, lines).min(1, missing),
    cy: words(most, lines).min(1).optional(),
  })
}

/** Words that may be left out; Welsh alone would leave everybody else without them. */
function optionalWording(most: number, lines: 'one' | 'many' = 'one') {
  return z
    .strictObject({ en: words(most, lines), cy: words(most, lines).min(1).optional() })
    .refine(({ en, cy }) => en !== '' || cy === undefined, { message: missing, path: ['en'] })
}

/** What both faces share: whose service it is, and what e-mails say. */
export const AuthoritySettings = z.strictObject({
  name: wording(faceLimits.authority),
  /** Whether e-mails say by initials which child they are about; a name they never have. */
  initialsInMails: z.boolean(),
})
export type AuthoritySettings = z.infer<typeof AuthoritySettings>

/** Whom to ask, as far as the authority has said it. */
export const FaceContact = z.strictObject({
  who: wording(faceLimits.who),
  phone: words(40).refine(
    (phone) => phone === '' || isPhoneNumber(phone),
    'Enter a telephone number, such as 0113 496 0000.',
  ),
  email: words(254).refine(
    (email) => email === '' || isEmailAddress(email),
    'Enter an e-mail address, such as send@example.gov.uk.',
  ),
  hours: optionalWording(faceLimits.hours, 'many'),
  address: optionalWording(faceLimits.address, 'many'),
})
export type FaceContact = z.infer<typeof FaceContact>

const FaceNotice = z
  .strictObject({
    shown: z.boolean(),
    title: optionalWording(faceLimits.noticeTitle),
    text: optionalWording(faceLimits.notice, 'many'),
  })
  .refine(({ shown, title }) => !shown || title.en !== '', { message: missing, path: ['title', 'en'] })

/** What the authority settles for one face of the portal. Every text is plain: marks of HTML are letters like others. */
export const FaceSettings = z.strictObject({
  serviceName: wording(faceLimits.name),
  welcomeTitle: wording(faceLimits.title),
  /** Paragraphs; a line that begins with “- ” is an item of a list. */
  introduction: wording(faceLimits.introduction, 'many'),
  contact: FaceContact,
  notice: FaceNotice,
  phase: z.strictObject({
    shown: z.boolean(),
    word: wording(faceLimits.phaseWord),
    text: wording(faceLimits.phaseText),
  }),
  /** The tiles that are switched off: one that comes with an update is on. */
  tilesOff: z.array(Tile).max(Tile.options.length),
})
export type FaceSettings = z.infer<typeof FaceSettings>

/** The settings of a face; a tile that it does not have is refused. */
export function settingsOf(face: PortalFace) {
  return FaceSettings.refine(({ tilesOff }) => tilesOff.every((tile) => hasTile(face, tile)), {
    message: 'This portal has no such tile.',
    path: ['tilesOff'],
  })
}
