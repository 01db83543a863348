import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useRef, useState } from 'react'

import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { listOutline } from '../editor/outline-items.ts'
import { markOne } from '../editor/outline-marks.ts'
import { Outline } from '../editor/Outline.tsx'
import own from './versions.module.css'
import type { ListedForm } from '../list/listed-forms.ts'
import { Preview } from '../preview/Preview.tsx'
import { useVersion } from './useVersion.ts'

const t = translator('en')

type ReadVersionProps = { form: ListedForm; number: number; busy: boolean; onRestore: () => void }

/** A published version as the portal shows it; nothing of it can be changed. */
export function ReadVersion({ form, number, busy, onRestore }: ReadVersionProps) {
  const version = useVersion(form.formId, number)
  const definition = version.data?.definition
  const items = useMemo(() => (definition ? listOutline(definition, []) : []), [definition])
  const [selected, setSelected] = useState('form')
  const tree = useRef<HTMLUListElement>(null)
  return (
    <>
      <div className={own.versionsBar}>
        <StatusMark shape="done" word={`${t('versions.version', { number })} · ${t('versions.readOnly')}`} />
        <Button size="compact-xs" variant="default" disabled={busy} onClick={onRestore}>
          {t('versions.restore')}
        </Button>
      </div>
      {version.isPending && <Waiting what={t('versions.version', { number })} />}
      {version.error && <Failed error={version.error} onRetry={() => void version.refetch()} />}
      {definition && (
        <div className={own.readPanes}>
          <Outline
            items={items}
            marks={markOne(selected)}
            onMark={({ head }) => setSelected(head)}
            onEnter={() => {}}
            actions={undefined}
            treeRef={tree}
          />
          <Preview definition={definition} selected={selected} items={items} onOpen={setSelected} />
        </div>
      )}
    </>
  )
}
