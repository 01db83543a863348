import { fields } from './fields.ts'
import type { FieldId } from './fields/field.ts'
import { expectedModel, modelField, type MatchingModel } from './matching-model.ts'

/** A model as it is kept: the shares of every field. How often each value occurs is kept beside it. */
export type StoredModel = Omit<MatchingModel, 'fields'> & {
  fields: Record<FieldId, { m: readonly number[]; u: readonly number[]; known: number }>
}

/** How many people have a value. */
export type ValueCount = { field: FieldId; value: string; people: number }

/** The shares of a model, to be kept. */
export function storeModel(model: MatchingModel): StoredModel {
  const shares = fields.map(({ id }) => {
    const { m, u, known } = model.fields[id]
    return [id, { m, u, known }]
  })
  return { ...model, fields: Object.fromEntries(shares) as StoredModel['fields'] }
}

/** The model that was kept, with the counts of those values that will be compared. */
export function restoreModel(stored: StoredModel, valueCounts: readonly ValueCount[]): MatchingModel {
  const counts = new Map<FieldId, Map<string, number>>(fields.map(({ id }) => [id, new Map()]))
  for (const { field, value, people } of valueCounts) counts.get(field)?.set(value, people)
  const restored = fields.map((field) => {
    const shares = stored.fields[field.id]
    return [field.id, modelField(field, { ...shares, counts: counts.get(field.id) ?? new Map() })]
  })
  return { ...stored, fields: Object.fromEntries(restored) as MatchingModel['fields'] }
}

/** The model before the first estimate: the shares that are expected, and so many people on record. */
export function defaultModel(people: number): StoredModel {
  return { ...storeModel(expectedModel()), people }
}
