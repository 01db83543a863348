import { fields } from './fields.ts'
import type { FieldId } from './fields/field.ts'
import type { Weighed } from './weigh-comparison.ts'

/** The id of the level that a field reaches; undefined when it is missing. */
export function levelOf({ comparison }: Weighed, id: FieldId): string | undefined {
  const place = fields.findIndex((field) => field.id === id)
  const level = comparison.fields[place]?.level
  return level === undefined ? undefined : fields[place]?.levels[level]?.id
}
