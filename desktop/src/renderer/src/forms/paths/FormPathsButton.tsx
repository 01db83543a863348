import { Button, Modal } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listFormPaths } from '@send/shared/forms/form-paths'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { titleOfForm } from '../editor/outline-items.ts'
import classes from './paths.module.css'
import { PathsList } from './PathsList.tsx'
import { PathsPicture } from './PathsPicture.tsx'

const t = translator('en')

type FormPathsButtonProps = { definition: FormDefinition; onOpen: (pageId: string) => void }

/** Opens the picture of the paths through the form; a page in the list beside it leads to its place. */
export function FormPathsButton({ definition, onOpen }: FormPathsButtonProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpened(true)}>
        {t('logic.paths')}
      </Button>
      {opened ? (
        <FormPathsDialog
          definition={definition}
          onOpen={(pageId) => {
            setOpened(false)
            onOpen(pageId)
          }}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </>
  )
}

function FormPathsDialog(props: FormPathsButtonProps & { onClose: () => void }) {
  const { definition, onOpen, onClose } = props
  const { steps } = listFormPaths(definition)
  const lost = steps.filter(({ shown }) => shown === 'never').length
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('logic.pathsTitle', { title: titleOfForm(definition) })}
      size="xl"
    >
      <div className={classes.paths}>
        <StatusMark
          shape={lost === 0 ? 'done' : 'warning'}
          word={lost === 0 ? t('logic.path.reachable') : t('logic.path.unreachable', { count: lost })}
        />
        <p>{t('logic.pathsAbout')}</p>
        <PathsPicture steps={steps} />
        <PathsList steps={steps} onOpen={onOpen} />
      </div>
    </Modal>
  )
}
