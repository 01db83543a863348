import { useLayoutEffect, useMemo, useRef } from 'react'

/**
 * The same actions as long as the same of them can be done, each doing what it would do by now: their buttons need not
 * be drawn anew with every edit.
 */
export function useSteadyActions<Actions extends object>(actions: Actions): Actions {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const possible = Object.entries(actions)
    .filter(([, act]) => act !== undefined)
    .map(([name]) => name)
    .join(' ')
  return useMemo(() => {
    const act =
      (name: string) =>
      (...given: unknown[]) =>
        (latest.current as Record<string, ((...given: unknown[]) => void) | undefined>)[name]?.(...given)
    return Object.fromEntries(possible.split(' ').map((name) => [name, act(name)])) as Actions
  }, [possible])
}
