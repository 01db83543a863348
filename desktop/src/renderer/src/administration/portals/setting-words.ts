import { Tile } from '@send/shared/accounts/portal-faces/tiles'
import { Language } from '@send/shared/texts/language'
import { translator, type TextKey } from '@send/shared/texts/translator'
import { z } from 'zod'

const t = translator('en')

const names: Record<string, TextKey> = {
  name: 'portals.authorityName',
  initialsInMails: 'portals.initials',
  serviceName: 'portals.serviceName',
  welcomeTitle: 'portals.welcomeTitle',
  introduction: 'portals.introduction',
  'contact.who': 'portals.who',
  'contact.phone': 'portals.phone',
  'contact.email': 'portals.email',
  'contact.hours': 'portals.hours',
  'contact.address': 'portals.address',
  'notice.shown': 'portals.noticeShown',
  'notice.title': 'portals.noticeTitle',
  'notice.text': 'portals.noticeText',
  'phase.shown': 'portals.phaseShown',
  'phase.word': 'portals.phaseWord',
  'phase.text': 'portals.phaseText',
  tilesOff: 'portals.tiles',
}

/** What a setting is called on the screen, with its language where it has one. */
export function nameOfPath(path: string): string {
  const parts = path.split('.')
  const language = Language.safeParse(parts.at(-1)).data
  const key = names[(language ? parts.slice(0, -1) : parts).join('.')]
  if (key === undefined) return path
  return language ? `${t(key)}, ${t(`portals.${language}`)}` : t(key)
}

/** A setting as it is read; for tiles those that are switched off. */
export function wordsOf(setting: unknown): string {
  if (typeof setting === 'string' && setting !== '') return setting
  if (typeof setting === 'boolean') return t(setting ? 'portals.on' : 'portals.off')
  const tiles = z.array(Tile).safeParse(setting).data ?? []
  if (tiles.length > 0) {
    const list = tiles.map((tile) => t(`portals.tile.${tile}`)).join(', ')
    return t('portals.switchedOff', { list })
  }
  return t(Array.isArray(setting) ? 'portals.nothingOff' : 'portals.nothing')
}
