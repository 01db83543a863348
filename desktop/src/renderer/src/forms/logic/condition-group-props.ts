import type { ConditionGroup } from '@send/shared/forms/conditions/edit-condition'

import type { Asking } from './asking.ts'

export type ConditionGroupEditorProps = {
  /** Without conditions it is about to begin, and a first one is asked for. */
  group: ConditionGroup
  asking: Asking
  label: string
  inner?: boolean
  onChange: (group: ConditionGroup | undefined, field?: string) => void
  onGiveUp: () => void
}
