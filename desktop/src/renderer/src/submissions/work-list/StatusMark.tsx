import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleFilled,
  IconCircleX,
  IconClockHour4,
} from '@tabler/icons-react'

import classes from './work-list.module.css'

const shapes = {
  filled: IconCircleFilled,
  warning: IconAlertTriangle,
  open: IconCircleDashed,
  done: IconCircleCheck,
  waiting: IconClockHour4,
  gone: IconCircleX,
} as const

export type StatusShape = keyof typeof shapes

/** A status by shape and word together, so that colour never carries the meaning alone. */
export function StatusMark({ shape, word }: { shape: StatusShape; word: string }) {
  const Shape = shapes[shape]
  return (
    <span className={classes.status} data-shape={shape}>
      <Shape aria-hidden size={14} />
      {word}
    </span>
  )
}
