import { Button, Text } from '@mantine/core'
import { listQuestions } from '@send/shared/forms/form-definition'
import { formLibrary } from '@send/shared/forms/library/form-library'
import type { LibraryForm } from '@send/shared/forms/library/library-parts'
import { listWithMembers } from '@send/shared/forms/map-questions'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import classes from '../form-builder.module.css'
import own from './library.module.css'
import { LibraryPreview } from './LibraryPreview.tsx'

const t = translator('en')

const codes = formLibrary.map(({ code }) => code)
const columns: Column<LibraryForm>[] = [
  { heading: t('forms.column.audience'), cell: ({ audience }) => t(`forms.audience.${audience}`) },
  { heading: t('forms.column.questions'), cell: countQuestions },
]

type FormLibraryProps = { onUse: (form: LibraryForm) => void; onLeave: () => void }

/** The ready forms and what each looks like on the portal; the chosen one becomes a draft. Works without the server. */
export function FormLibrary({ onUse, onLeave }: FormLibraryProps) {
  const [current, setCurrent] = useState(codes[0])
  const chosen = formLibrary.find(({ code }) => code === current)
  const step = (by: 1 | -1) => () => setCurrent((before) => stepInList(codes, before, by))
  const use = () => chosen && onUse(chosen)
  useScreenKeys({ j: step(1), k: step(-1), Enter: use, Escape: onLeave })
  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        <Button size="compact-xs" variant="default" onClick={onLeave}>
          {t('forms.back')}
        </Button>
        <h1 className={classes.heading}>{t('forms.library')}</h1>
        <Text size="xs" ml="auto">
          {t('forms.libraryKeys')}
        </Text>
      </div>
      <div className={own.libraryPanes}>
        <div className={classes.scroll}>
          <Text size="xs" p="sm">
            {t('forms.libraryHint')}
          </Text>
          <WorkTable
            caption={t('forms.libraryForms')}
            rows={formLibrary}
            idOf={({ code }) => code}
            nameOf={({ title }) => title.en}
            nameHeading={t('forms.column.title')}
            current={current}
            // Enter on the marked row uses it, as it does when no row has the focus.
            onOpen={(code) => (code === current ? use() : setCurrent(code))}
            columns={columns}
          />
        </div>
        {chosen && <LibraryPreview form={chosen} onUse={use} />}
      </div>
    </div>
  )
}

/** What there is to answer: a group counts by its questions, guidance not at all. */
function countQuestions(form: LibraryForm): number {
  const questions = listWithMembers(listQuestions({ ...form, accessList: { entries: [] } }))
  return questions.filter(({ type }) => type !== 'guidance' && type !== 'group').length
}
