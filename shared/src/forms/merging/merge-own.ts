import { isRecord, isSame } from './same-value.ts'

type Values = Readonly<Record<string, unknown>>

/** Called for a property that both changed differently; answers what stands in the merged part. */
type OnConflict = (property: string, values: { base: unknown; mine: unknown; theirs: unknown }) => unknown

/**
 * What a part says itself, property by property, and texts language by language. A part whose type was changed is one
 * thing: the properties of two types do not mix.
 */
export function mergeOwn(
  base: Values | undefined,
  mine: Values,
  theirs: Values,
  onConflict: OnConflict,
): Values {
  const isRetyped = !isSame(mine.type, theirs.type) || (base !== undefined && !isSame(base.type, mine.type))
  if (isRetyped) {
    const whole = mergeValue('type', { base, mine, theirs }, onConflict)
    return isRecord(whole) ? whole : mine
  }
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const merged = [...names].map((name): [string, unknown] => {
    const values = { base: base?.[name], mine: mine[name], theirs: theirs[name] }
    return [
      name,
      areTexts(values) ? mergeText(name, values, onConflict) : mergeValue(name, values, onConflict),
    ]
  })
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

function mergeValue(
  property: string,
  values: { base: unknown; mine: unknown; theirs: unknown },
  onConflict: OnConflict,
): unknown {
  const { base, mine, theirs } = values
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine
  return isSame(base, mine) ? theirs : onConflict(property, values)
}

/** The properties in which two versions of a part differ, texts language by language. */
export function listDifferences(
  before: Values,
  after: Values,
): { property: string; before: unknown; after: unknown }[] {
  if (!isSame(before.type, after.type)) return [{ property: 'type', before, after }]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]]
    if (isSame(old, now)) return []
    if (!isText(old) || !isText(now)) return [{ property: name, before: old, after: now }]
    return (['en', 'cy'] as const)
      .filter((language) => !isSame(old[language], now[language]))
      .map((language) => ({ property: `${name}.${language}`, before: old[language], after: now[language] }))
  })
}

type Texts = { base: Values | undefined; mine: Values; theirs: Values }

/** A text that somebody removed is not taken apart: half of it would be left. */
function areTexts(values: { base: unknown; mine: unknown; theirs: unknown }): values is Texts {
  const { base, mine, theirs } = values
  return isText(mine) && isText(theirs) && (base === undefined || isText(base))
}

function isText(value: unknown): value is Values {
  return isRecord(value) && typeof value.en === 'string' && Object.keys(value).every(isLanguage)
}

function isLanguage(name: string): boolean {
  return name === 'en' || name === 'cy'
}

function mergeText(property: string, { base, mine, theirs }: Texts, onConflict: OnConflict): Values {
  const merge = (language: 'en' | 'cy') =>
    mergeValue(
      `${property}.${language}`,
      { base: base?.[language], mine: mine[language], theirs: theirs[language] },
      onConflict,
    )
  const [en, cy] = [merge('en'), merge('cy')]
  return { en, ...(cy === undefined || cy === '' ? {} : { cy }) }
}
