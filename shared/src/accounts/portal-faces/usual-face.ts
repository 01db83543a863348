import { translator, type TextKey } from '../../texts/translator.ts'
import type { AuthoritySettings, FaceSettings } from './face-settings.ts'
import type { PortalFace } from './tiles.ts'

type Wording = { en: string; cy: string }

function inBoth(key: TextKey): Wording {
  return { en: translator('en')(key), cy: translator('cy')(key) }
}

/** The introduction as it is shipped: a line, and what the service is for. */
function usualIntroduction(): Wording {
  const [intro, ...things] = (['intro', 'one', 'two', 'three'] as const).map((part) =>
    inBoth(`portal.welcome.${part}`),
  )
  const lines = (language: keyof Wording) =>
    [intro?.[language], '', ...things.map((thing) => `- ${thing[language]}`)].join('\n')
  return { en: lines('en'), cy: lines('cy') }
}

/** What holds until the authority says whose service it is. */
export const usualAuthority: AuthoritySettings = {
  name: inBoth('portal.authority'),
  initialsInMails: false,
}

/** What a face says and offers until the authority settles something else: the texts it is shipped with, every tile. */
export const usualFaces: Record<PortalFace, FaceSettings> = {
  citizen: usualFace('citizen'),
  professional: usualFace('professional'),
}

function usualFace(face: PortalFace): FaceSettings {
  return {
    serviceName: inBoth(`portal.serviceName.${face}`),
    welcomeTitle: inBoth(`portal.welcome.title.${face}`),
    introduction: usualIntroduction(),
    contact: {
      who: inBoth('portal.footerText'),
      phone: '',
      email: '',
      hours: { en: '' },
      address: { en: '' },
    },
    notice: { shown: false, title: { en: '' }, text: { en: '' } },
    phase: { shown: true, word: inBoth('portal.phase'), text: inBoth('portal.phaseText') },
    tilesOff: [],
  }
}
