import { NavLink } from '@mantine/core'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './internal-forms.module.css'
import type { PageTask } from './page-tasks.ts'

const t = translator('en')

const shapes = { done: 'done', begun: 'filled', notBegun: 'open' } as const

type PageTasksProps = {
  tasks: readonly PageTask[]
  pageId: string | undefined
  onOpen: (pageId: string) => void
}

/** The pages of the form with how far each is; any of them may be opened at any time. */
export function PageTasks({ tasks, pageId, onOpen }: PageTasksProps) {
  const done = tasks.filter(({ progress }) => progress === 'done').length
  return (
    <nav className={classes.tasks} aria-label={t('filling.pages')}>
      <p className={classes.count}>{t('filling.pagesDone', { done, of: tasks.length })}</p>
      {tasks.map(({ page, progress }) => (
        <NavLink
          key={page.id}
          component="button"
          active={page.id === pageId}
          aria-current={page.id === pageId ? 'step' : undefined}
          label={inLanguage(page.title, 'en')}
          description={<StatusMark shape={shapes[progress]} word={t(`filling.progress.${progress}`)} />}
          styles={{ description: { color: 'var(--mantine-color-text)' }, label: { whiteSpace: 'normal' } }}
          onClick={() => onOpen(page.id)}
        />
      ))}
    </nav>
  )
}
