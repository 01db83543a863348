export type Task = {
  key: string
  name: string
  /** The language of the name, where it is another than that of the page. */
  lang?: string | undefined
  /** Without it there is nothing to go to yet. */
  href?: string | undefined
  hint?: string | undefined
  status: string
  tone: 'overdue' | 'notStarted' | 'inProgress' | 'completed' | 'cannotStartYet'
}

const tags = {
  overdue: 'govuk-tag--red',
  notStarted: 'govuk-tag--blue',
  inProgress: 'govuk-tag--light-blue',
} as const

/** What there is to do, each line with how far it has come. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map((task) => (
        <li
          className={`govuk-task-list__item${task.href ? ' govuk-task-list__item--with-link' : ''}`}
          key={task.key}
        >
          <div className="govuk-task-list__name-and-hint">
            <TaskName task={task} />
            {task.hint ? (
              <div id={`task-${task.key}-hint`} className="govuk-task-list__hint">
                {task.hint}
              </div>
            ) : null}
          </div>
          <TaskStatus task={task} />
        </li>
      ))}
    </ul>
  )
}

function TaskName({ task: { key, name, lang, href, hint } }: { task: Task }) {
  if (!href) return <div lang={lang}>{name}</div>
  return (
    <a
      className="govuk-link govuk-task-list__link"
      href={href}
      lang={lang}
      aria-describedby={`task-${key}-status${hint ? ` task-${key}-hint` : ''}`}
    >
      {name}
    </a>
  )
}

function TaskStatus({ task: { key, status, tone } }: { task: Task }) {
  const waits = tone === 'cannotStartYet' ? ' govuk-task-list__status--cannot-start-yet' : ''
  return (
    <div className={`govuk-task-list__status${waits}`} id={`task-${key}-status`}>
      {tone === 'completed' || tone === 'cannotStartYet' ? (
        status
      ) : (
        <strong className={`govuk-tag ${tags[tone]}`}>{status}</strong>
      )}
    </div>
  )
}
