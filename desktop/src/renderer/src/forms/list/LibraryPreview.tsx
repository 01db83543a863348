import { Button, NativeSelect } from '@mantine/core'
import { findQuestionPlace } from '@send/shared/forms/edit-definition'
import type { LibraryForm } from '@send/shared/forms/library/library-parts'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useState } from 'react'

import { listOutline } from '../editor/outline-items.ts'
import own from './library.module.css'
import { Preview } from '../preview/Preview.tsx'

const t = translator('en')

const beginning = 'form'

/** A ready form page by page, as the portal will show it. */
export function LibraryPreview({ form, onUse }: { form: LibraryForm; onUse: () => void }) {
  const [selected, setSelected] = useState<string | undefined>(undefined)
  // A page of the form that was looked at before is none of this one: it begins with its first.
  const known = selected === beginning || form.pages.some(({ id }) => id === selected)
  const shown = (known ? selected : form.pages[0]?.id) ?? beginning
  const definition = useMemo(() => ({ ...form, accessList: { entries: [] } }), [form])
  const items = useMemo(() => listOutline(definition, []), [definition])
  /** Shows the page of a question that the answers given in the preview hide. */
  function openPart(id: string) {
    const place = findQuestionPlace(definition, id)
    setSelected(place ? definition.pages[place.page]?.id : id)
  }
  return (
    <div className={own.libraryPreview}>
      <div className={own.libraryPage}>
        <NativeSelect
          size="xs"
          label={t('forms.libraryPage')}
          value={shown}
          onChange={(event) => setSelected(event.currentTarget.value)}
          data={[
            { value: beginning, label: t('forms.libraryBeginning') },
            ...form.pages.map(({ id, title }, index) => ({ value: id, label: `${index + 1} ${title.en}` })),
          ]}
        />
        <Button size="xs" onClick={onUse}>
          {t('forms.libraryUse')}
        </Button>
      </div>
      <Preview definition={definition} selected={shown} items={items} onOpen={openPart} />
    </div>
  )
}
