import { Button } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'
import { memo } from 'react'

import classes from '../form-builder.module.css'
import { FormPathsButton } from '../paths/FormPathsButton.tsx'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

type EditorActionsProps = Pick<FormEditing, 'undo' | 'redo'> & {
  /** For the picture of the paths. */
  definition: FormDefinition
  onOpen: (where: string) => void
  onSearch: () => void
  onPublish: () => void
}

/** What can be done with the whole form; drawn anew only when it changed, so that it costs an edit nothing. */
export const EditorActions = memo(function EditorActions(props: EditorActionsProps) {
  const { undo, redo, definition, onOpen, onSearch, onPublish } = props
  return (
    <div className={classes.barActions}>
      <Button size="compact-xs" variant="default" disabled={!undo} onClick={undo}>
        {t('forms.undo')}
      </Button>
      <Button size="compact-xs" variant="default" disabled={!redo} onClick={redo}>
        {t('forms.redo')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={onSearch}>
        {t('search.open')}
      </Button>
      <FormPathsButton definition={definition} onOpen={onOpen} />
      <Button size="compact-xs" onClick={onPublish}>
        {t('forms.publish')}
      </Button>
    </div>
  )
})
