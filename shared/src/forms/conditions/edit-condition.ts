import type { Condition, SimpleCondition } from './condition.ts'

/** Conditions of which all, any or none must hold. */
export type ConditionGroup = Extract<Condition, { conditions: Condition[] }>

/** A condition as a group: one that stands alone is a group of one. */
export function asGroup(condition: Condition): ConditionGroup {
  return 'conditions' in condition ? condition : { kind: 'all', conditions: [condition] }
}

/** A group with one of its conditions changed; undefined when none is left, since an empty group says nothing. */
export function replaceCondition(
  group: ConditionGroup,
  index: number,
  changed: Condition | undefined,
): ConditionGroup | undefined {
  const conditions = changed
    ? index < group.conditions.length
      ? group.conditions.with(index, changed)
      : [...group.conditions, changed]
    : group.conditions.toSpliced(index, 1)
  return conditions.length > 0 ? { ...group, conditions } : undefined
}

export function isSimple(condition: Condition): condition is SimpleCondition {
  return !('conditions' in condition) && !('group' in condition)
}

/** Whether a condition is a group of simple ones, which is as deep as the screen goes below the first level. */
export function isFlatGroup(condition: Condition): condition is ConditionGroup {
  return 'conditions' in condition && condition.conditions.every(isSimple)
}
