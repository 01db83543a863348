import { fields } from './fields.ts'
import type { FieldId } from './fields/field.ts'
import { expectedModel, modelField, type MatchingModel } from './matching-model.ts'

/** A model as it is kept: the shares of every field. How often each value occurs is kept beside it. */
export type StoredModel = Omit<MatchingModel, 'fields'> & {
  /** One that was made before a field was compared has nothing of it. */
  fields: Partial<Record<FieldId, StoredShares>>
}

type StoredShares = { m: readonly number[]; u: readonly number[]; known: number }

/** The shares of a model, to be kept. */
export function storeModel(model: MatchingModel): StoredModel {
  const shares = fields.map(({ id }) => {
    const { m, u, known } = model.fields[id]
    return [id, { m, u, known }]
  })
  return { ...model, fields: Object.fromEntries(shares) as StoredModel['fields'] }
}

const expected = expectedModel()

/** How many people have each value that is asked for; more may be added while the model is in use. */
export type ValueCounts = Record<FieldId, Map<string, number>>

/** No counts yet, for every field. */
export function startCounts(): ValueCounts {
  return Object.fromEntries(fields.map(({ id }) => [id, new Map()])) as ValueCounts
}

/** The model that was kept, with the counts of those values that will be compared; of a later field, what is expected. */
export function restoreModel(stored: StoredModel, counts: ValueCounts): MatchingModel {
  const restored = fields.map((field) => {
    const { m, u, known } = expected.fields[field.id]
    const shares = stored.fields[field.id] ?? { m, u, known }
    return [field.id, modelField(field, { ...shares, counts: counts[field.id] })]
  })
  return { ...stored, fields: Object.fromEntries(restored) as MatchingModel['fields'] }
}

/** The model before the first estimate: the shares that are expected, and so many people on record. */
export function defaultModel(people: number): StoredModel {
  return { ...storeModel(expectedModel()), people }
}
