import { fields } from './fields.ts'
import type { FieldId } from './fields/field.ts'
import { orderedWeights } from './matching-model.ts'
import type { StoredModel } from './stored-model.ts'

/** What a model knows of one level of a field: the two shares, and the bits that follow without the rarity of a value. */
export type LevelFigures = { m: number; u: number; bits: number }

export type FieldFigures = {
  field: FieldId
  name: string
  /** In the order of the field; null where a model was made before the level was there. */
  levels: { words: string; older: LevelFigures | null; newer: LevelFigures | null }[]
}

/** The figures of two models side by side, field by field and level by level. */
export function compareFigures(older: StoredModel, newer: StoredModel): FieldFigures[] {
  return fields.map(({ id, name, levels }) => {
    const [was, is] = [listFigures(older, id), listFigures(newer, id)]
    return {
      field: id,
      name,
      levels: levels.map(({ words }, place) => {
        return { words, older: was[place] ?? null, newer: is[place] ?? null }
      }),
    }
  })
}

function listFigures(model: StoredModel, id: FieldId): LevelFigures[] {
  const { m, u } = model.fields[id] ?? { m: [], u: [] }
  return orderedWeights(m, u).map((bits, level) => ({ m: m[level] ?? 0, u: u[level] ?? 0, bits }))
}
