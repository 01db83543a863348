import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../form-builder.module.css'
import own from './versions.module.css'
import type { ListedForm } from '../list/listed-forms.ts'
import { CompareVersions } from './CompareVersions.tsx'
import { ReadVersion } from './ReadVersion.tsx'
import { useRestore } from './useRestore.ts'
import { VersionHistory } from './VersionHistory.tsx'

const t = translator('en')

type VersionsScreenProps = { form: ListedForm; onLeave: () => void; onOpen: (draft: Draft) => void }

type View =
  { kind: 'history' } | { kind: 'read'; number: number } | { kind: 'compare'; from: number; to: number }

/** The versions of a form: their history, one to look at, or two to compare. */
export function VersionsScreen({ form, onLeave, onOpen }: VersionsScreenProps) {
  const [view, setView] = useState<View>({ kind: 'history' })
  // Where the history was left, so that Esc returns to it.
  const [current, setCurrent] = useState<number | undefined>(undefined)
  const { restore, busy, asking, confirm, cancel } = useRestore(form, onOpen)
  const atHistory = view.kind === 'history'
  const back = () => (atHistory ? onLeave() : setView({ kind: 'history' }))
  useScreenKeys({ Escape: back })
  return (
    <div className={own.versions}>
      <div className={classes.bar}>
        <Button size="compact-xs" variant="default" onClick={back}>
          {t(atHistory ? 'forms.back' : 'versions.back')}
        </Button>
        <h1 className={classes.heading}>
          {t(view.kind === 'compare' ? 'compare.title' : 'versions.title', { title: form.title })}
        </h1>
      </div>
      {view.kind === 'history' && (
        <VersionHistory
          form={form}
          current={current}
          onMark={setCurrent}
          busy={busy}
          onCompare={(from, to) => setView({ kind: 'compare', from, to })}
          onRead={(number) => setView({ kind: 'read', number })}
          onRestore={restore}
        />
      )}
      {view.kind === 'compare' && (
        <CompareVersions
          form={form}
          from={view.from}
          to={view.to}
          onChoose={(from, to) => setView({ kind: 'compare', from, to })}
        />
      )}
      {view.kind === 'read' && (
        <ReadVersion form={form} number={view.number} busy={busy} onRestore={() => restore(view.number)} />
      )}
      {asking && (
        <ConfirmDialog
          opened
          title={t('versions.restoreTitle', { number: asking.number })}
          sentence={t('versions.restoreSentence', { title: asking.keptAs, number: asking.number })}
          confirm={t('versions.restore')}
          busy={busy}
          onConfirm={confirm}
          onCancel={cancel}
        />
      )}
    </div>
  )
}
