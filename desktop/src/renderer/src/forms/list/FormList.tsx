import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { copyDefinition } from '@send/shared/forms/copy-parts'
import type { LibraryForm } from '@send/shared/forms/library/library-parts'
import { newForm } from '@send/shared/forms/new-form'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { Draft, KeptDraft } from '../../../../main/forms/drafts.ts'
import { useApi } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../form-builder.module.css'
import { DraftList, draftRowId } from './DraftList.tsx'
import { draftsQuery } from './drafts-query.ts'
import { findFreeCode } from './free-code.ts'
import { FormLibrary } from './FormLibrary.tsx'
import {
  filterInternalVersions,
  filterPortalForms,
  internalRowId,
  latestVersionOf,
  publishedRowId,
  type ListedForm,
} from './listed-forms.ts'
import { PublishedForms, type Filters } from './PublishedForms.tsx'
import { SharedDraftList, sharedRowId } from './SharedDraftList.tsx'

const t = translator('en')

type FormListProps = {
  onOpen: (draft: Draft | KeptDraft) => void
  onDecide: (formId: string) => void
  onOpenVersions: (form: ListedForm) => void
  onImport: () => void
}

/** All forms: drafts on this computer first, then what is published. */
export function FormList({ onOpen, onDecide, onOpenVersions, onImport }: FormListProps) {
  const api = useApi()
  const queries = useQueryClient()
  const drafts = useQuery(draftsQuery).data?.drafts ?? []
  const published = useQuery(api.forms.list.queryOptions({})).data?.forms ?? []
  const listed =
    useQuery(api.forms.listDrafts.queryOptions({}, { refetchInterval: 15_000 })).data?.drafts ?? []
  const shared = listed.filter(({ formId }) => !drafts.some((draft) => draft.formId === formId))
  useEffect(
    () =>
      bridge.drafts.onChange(() => {
        void queries.invalidateQueries({ queryKey: draftsQuery.queryKey })
        void queries.invalidateQueries(api.forms.listDrafts.pathFilter())
      }),
    [queries, api],
  )
  const [current, setCurrent] = useState<string | undefined>(undefined)
  const [filters, setFilters] = useState<Filters>({ portal: 'all', internal: 'all' })
  const [choosing, setChoosing] = useState(false)
  const portalForms = filterPortalForms(published, filters.portal)
  const internalRows = filterInternalVersions(published, filters.internal)
  const ids = [
    ...drafts.map(draftRowId),
    ...shared.map(sharedRowId),
    ...portalForms.map(publishedRowId),
    ...internalRows.map(internalRowId),
  ]

  function takenCodes() {
    return [...drafts.map(({ definition }) => definition.code), ...published.map(({ code }) => code)]
  }
  function openNew() {
    const first = { page: { en: t('forms.firstPage') }, question: { en: t('forms.firstQuestion') } }
    onOpen({ formId: newId(), baseVersion: null, definition: newForm(findFreeCode(takenCodes()), first) })
  }
  /** Begins a draft with a copy of a ready form; nobody may read what comes in until somebody is chosen. */
  function openCopy(form: LibraryForm) {
    const code = findFreeCode(takenCodes(), form.code)
    const definition = copyDefinition({ ...form, accessList: { entries: [] } }, code)
    onOpen({ formId: newId(), baseVersion: null, definition })
  }
  /** A draft that contradicts a colleague’s changes is opened where they are decided. */
  function openDraft(draft: KeptDraft) {
    if (draft.sync.kind === 'conflict') onDecide(draft.formId)
    else onOpen(draft)
  }
  async function openShared({ formId }: { formId: string }) {
    const fetched = await bridge.drafts.fetch(formId)
    const kept = fetched.ok ? await bridge.drafts.get(formId) : fetched
    if (kept.ok && kept.data) return openDraft(kept.data)
    const sentence = kept.ok ? '' : kept.error.message
    notifications.show({ color: 'red', message: t('drafts.fetchFailed', { sentence }), autoClose: false })
  }
  /** Opens the draft of a published form, or makes one from its latest version. */
  async function edit(form: ListedForm) {
    const { formId } = form
    const draft = drafts.find((one) => one.formId === formId)
    if (draft) return openDraft(draft)
    if (shared.some((one) => one.formId === formId)) return openShared(form)
    const version = latestVersionOf(form)
    try {
      const options = api.forms.getVersion.queryOptions({ formId, version })
      const { definition } = await queries.fetchQuery(options)
      onOpen({ formId, baseVersion: version, definition })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      notifications.show({ color: 'red', message, autoClose: false })
    }
  }
  function openCurrent() {
    const draft = drafts.find((one) => draftRowId(one) === current)
    const form = findCurrentForm()
    const elsewhere = shared.find((one) => sharedRowId(one) === current)
    if (draft) openDraft(draft)
    else if (elsewhere) void openShared(elsewhere)
    else if (form) void edit(form)
  }
  function findCurrentForm(): ListedForm | undefined {
    const row = internalRows.find((one) => internalRowId(one) === current)
    return row?.form ?? portalForms.find((one) => publishedRowId(one) === current)
  }
  function openCurrentVersions() {
    const form = findCurrentForm()
    if (form) onOpenVersions(form)
  }
  const keys = {
    j: () => setCurrent(stepInList(ids, current, 1)),
    k: () => setCurrent(stepInList(ids, current, -1)),
    n: openNew,
    l: () => setChoosing(true),
    v: openCurrentVersions,
    i: onImport,
    Enter: openCurrent,
  }
  // The library has keys of its own.
  useScreenKeys(choosing ? {} : keys)
  if (choosing) return <FormLibrary onUse={openCopy} onLeave={() => setChoosing(false)} />
  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('forms.title')}</h1>
        <Button size="compact-xs" onClick={openNew}>
          {t('forms.new')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setChoosing(true)}>
          {t('forms.newFromLibrary')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onImport}>
          {t('bundles.import')}
        </Button>
        <Text size="xs" ml="auto">
          {t('forms.listKeys')}
        </Text>
      </div>
      <div className={classes.scroll}>
        <DraftList
          latestVersions={new Map(published.map((form) => [form.formId, latestVersionOf(form)]))}
          current={current}
          onOpen={openDraft}
        />
        <SharedDraftList drafts={shared} current={current} onOpen={(draft) => void openShared(draft)} />
        <PublishedForms
          filters={filters}
          onFilter={setFilters}
          portalForms={portalForms}
          internalRows={internalRows}
          current={current}
          onEdit={(form) => void edit(form)}
          onOpenVersions={onOpenVersions}
        />
      </div>
    </div>
  )
}
