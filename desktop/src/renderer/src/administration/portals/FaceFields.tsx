import { faceLimits, type FaceSettings } from '@send/shared/accounts/portal-faces/face-settings'
import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { translator } from '@send/shared/texts/translator'

import shared from '../administration.module.css'
import { ContactFields } from './ContactFields.tsx'
import { OnOff } from './OnOff.tsx'
import { TileSwitches } from './TileSwitches.tsx'
import { WordingFields } from './WordingFields.tsx'

const t = translator('en')

type FaceFieldsProps = {
  face: PortalFace
  settings: FaceSettings
  problems: ReadonlyMap<string, string>
  readOnly: boolean
  onChange: (settings: FaceSettings) => void
}

/** Everything that the authority settles for one face. */
export function FaceFields({ face, settings, problems, readOnly, onChange }: FaceFieldsProps) {
  const { notice, phase } = settings
  const common = { problems, readOnly }
  return (
    <>
      <WordingFields
        {...common}
        label={t('portals.serviceName')}
        about={t('portals.serviceNameAbout', { most: faceLimits.name })}
        path="serviceName"
        value={settings.serviceName}
        onChange={(serviceName) => onChange({ ...settings, serviceName })}
      />
      <h2 className={shared.part}>{t('portals.welcome')}</h2>
      <WordingFields
        {...common}
        label={t('portals.welcomeTitle')}
        path="welcomeTitle"
        value={settings.welcomeTitle}
        onChange={(welcomeTitle) => onChange({ ...settings, welcomeTitle })}
      />
      <WordingFields
        {...common}
        label={t('portals.introduction')}
        about={t('portals.introductionAbout', { most: faceLimits.introduction })}
        path="introduction"
        rows={7}
        value={settings.introduction}
        onChange={(introduction) => onChange({ ...settings, introduction })}
      />
      <h2 className={shared.part}>{t('portals.notice')}</h2>
      <OnOff
        label={t('portals.noticeShown')}
        about={t('portals.noticeAbout')}
        disabled={readOnly}
        checked={notice.shown}
        onChange={(shown) => onChange({ ...settings, notice: { ...notice, shown } })}
      />
      <WordingFields
        {...common}
        label={t('portals.noticeTitle')}
        path="notice.title"
        value={notice.title}
        onChange={(title) => onChange({ ...settings, notice: { ...notice, title } })}
      />
      <WordingFields
        {...common}
        label={t('portals.noticeText')}
        path="notice.text"
        rows={3}
        value={notice.text}
        onChange={(text) => onChange({ ...settings, notice: { ...notice, text } })}
      />
      <ContactFields
        {...common}
        contact={settings.contact}
        onChange={(contact) => onChange({ ...settings, contact })}
      />
      <h2 className={shared.part}>{t('portals.tilesHeading')}</h2>
      <TileSwitches
        face={face}
        tilesOff={settings.tilesOff}
        disabled={readOnly}
        onChange={(tilesOff) => onChange({ ...settings, tilesOff })}
      />
      <h2 className={shared.part}>{t('portals.phase')}</h2>
      <OnOff
        label={t('portals.phaseShown')}
        about={t('portals.phaseAbout')}
        disabled={readOnly}
        checked={phase.shown}
        onChange={(shown) => onChange({ ...settings, phase: { ...phase, shown } })}
      />
      <WordingFields
        {...common}
        label={t('portals.phaseWord')}
        path="phase.word"
        value={phase.word}
        onChange={(word) => onChange({ ...settings, phase: { ...phase, word } })}
      />
      <WordingFields
        {...common}
        label={t('portals.phaseText')}
        path="phase.text"
        value={phase.text}
        onChange={(text) => onChange({ ...settings, phase: { ...phase, text } })}
      />
    </>
  )
}
