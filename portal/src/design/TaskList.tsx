export type Task = {
  key: string
  name: string
  /** The language of the name, where it is another than that of the page. */
  lang?: string | undefined
  href: string
  hint?: string | undefined
  status: string
  open: boolean
}

/** What there is to do, each line with how far it has come. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map((task) => (
        <li className="govuk-task-list__item govuk-task-list__item--with-link" key={task.key}>
          <div className="govuk-task-list__name-and-hint">
            <a
              className="govuk-link govuk-task-list__link"
              href={task.href}
              lang={task.lang}
              aria-describedby={`task-${task.key}-status${task.hint ? ` task-${task.key}-hint` : ''}`}
            >
              {task.name}
            </a>
            {task.hint ? (
              <div id={`task-${task.key}-hint`} className="govuk-task-list__hint">
                {task.hint}
              </div>
            ) : null}
          </div>
          <div className="govuk-task-list__status" id={`task-${task.key}-status`}>
            {task.open ? <strong className="govuk-tag govuk-tag--blue">{task.status}</strong> : task.status}
          </div>
        </li>
      ))}
    </ul>
  )
}
