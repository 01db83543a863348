import { Tabs, Text } from '@mantine/core'
import { faces } from '@send/shared/accounts/portal-faces/tiles'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import list from '../../submissions/work-list/work-list.module.css'
import { AuthorityCard } from './AuthorityCard.tsx'
import { FaceCard } from './FaceCard.tsx'

const t = translator('en')

/** What the portals are called, what they say and what people can begin on them. */
export function PortalsScreen() {
  const api = useApi()
  const portals = useQuery(api.portals.get.queryOptions())
  const mayChange = useMay('portalAdministration', 'write')
  const { data } = portals
  const [tab, setTab] = useState<string>('citizen')
  return (
    <div className={list.pane}>
      <h1 className={list.heading}>{t('portals.title')}</h1>
      <Text size="sm" my="xs" maw={720}>
        {t('portals.intro')}
      </Text>
      {portals.error && <Failed error={portals.error} onRetry={() => void portals.refetch()} />}
      {!data && !portals.error && <Waiting what={t('portals.title')} />}
      {data && (
        // What was typed on one tab stays there while another is looked at.
        <Tabs value={tab} onChange={(value) => setTab(value ?? 'citizen')} keepMounted>
          <Tabs.List mb="md">
            {faces.map((face) => (
              <Tabs.Tab key={face} value={face}>
                {t(`portals.face.${face}`)}
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="both">{t('portals.both')}</Tabs.Tab>
          </Tabs.List>
          {faces.map((face) => (
            <Tabs.Panel key={face} value={face}>
              <FaceCard
                face={face}
                kept={data.faces[face]}
                authority={data.authority}
                mayChange={mayChange}
                isOpen={tab === face}
              />
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="both">
            <AuthorityCard kept={data.authority} mayChange={mayChange} />
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  )
}
