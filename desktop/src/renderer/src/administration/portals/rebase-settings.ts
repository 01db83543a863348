import { canonicalJson } from '@send/shared/values/canonical-json'

/** A setting that two officers changed to something else each: where it is, and what the other one wrote. */
export type Clash = { path: string; theirs: unknown }

/**
 * Brings what this officer has changed onto what a colleague has saved meanwhile: each setting that only one of them
 * touched is theirs. Where both did, this officer's stays and the other is told.
 */
export function rebaseSettings<State>(
  { base, mine, theirs }: { base: State; mine: State; theirs: State },
  path = '',
): { merged: State; clashes: Clash[] } {
  if (isPart(base) && isPart(mine) && isPart(theirs)) {
    const clashes: Clash[] = []
    const merged: Record<string, unknown> = {}
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const parts = { base: base[key], mine: mine[key], theirs: theirs[key] }
      const inside = rebaseSettings(parts, path === '' ? key : `${path}.${key}`)
      if (inside.merged !== undefined) merged[key] = inside.merged
      clashes.push(...inside.clashes)
    }
    return { merged: merged as State, clashes }
  }
  if (isSame(mine, base) || isSame(mine, theirs)) return { merged: theirs, clashes: [] }
  if (isSame(theirs, base)) return { merged: mine, clashes: [] }
  return { merged: mine, clashes: [{ path, theirs }] }
}

/** The settings with one of them as the colleague wrote it. */
export function takeTheirs<State>(settings: State, { path, theirs }: Clash): State {
  const [key = '', ...rest] = path.split('.')
  if (!isPart(settings)) return settings
  const value = rest.length === 0 ? theirs : takeTheirs(settings[key], { path: rest.join('.'), theirs })
  const { [key]: _, ...others } = settings
  return (value === undefined ? others : { ...others, [key]: value }) as State
}

/** Whether two settings say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return (
    one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other))
  )
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
