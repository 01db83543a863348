import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { When } from '../../submissions/work-list/When.tsx'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import classes from '../form-builder.module.css'

const t = translator('en')

type ListedDraft = RouterOutputs['forms']['listDrafts']['drafts'][number]

type SharedDraftListProps = {
  drafts: readonly ListedDraft[]
  current: string | undefined
  onOpen: (draft: ListedDraft) => void
}

/** The drafts on the server that are not on this computer, each with who changed it last; nothing where there is none. */
export function SharedDraftList({ drafts, current, onOpen }: SharedDraftListProps) {
  const columns: Column<ListedDraft>[] = [
    { heading: t('forms.column.code'), cell: ({ code }) => code },
    {
      heading: t('forms.column.changed'),
      cell: ({ changedBy, changedAt }) => (
        <>
          {t('drafts.draftOf', { name: changedBy.name })} <When at={changedAt} />
        </>
      ),
    },
  ]
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="forms-shared">
      <h2 className={classes.listHeading} id="forms-shared">
        {t('drafts.colleagues')}
      </h2>
      <WorkTable
        caption={t('drafts.colleagues')}
        rows={drafts}
        idOf={sharedRowId}
        nameOf={({ title, code }) => title.trim() || t('forms.untitled', { code })}
        nameHeading={t('forms.column.title')}
        current={current}
        onOpen={(id) => {
          const draft = drafts.find((one) => sharedRowId(one) === id)
          if (draft) onOpen(draft)
        }}
        columns={columns}
      />
    </section>
  )
}

/** The id of a shared draft's row among all rows of the screen. */
export function sharedRowId({ formId }: { formId: string }): string {
  return `shared ${formId}`
}
