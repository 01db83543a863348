import type { AppRouter } from '@send/server/router'
import { translator } from '@send/shared/texts/translator'
import { TRPCClientError } from '@trpc/client'
import { useState } from 'react'
import type { ZodType } from 'zod'

import { useUndoableChange } from '../useUndoableChange.ts'
import { isSame, rebaseSettings, takeTheirs, type Clash } from './rebase-settings.ts'

const t = translator('en')

/** What is said of settings that are not saved, whatever they are. */
export type SettingsDraftState = {
  clashes: readonly Clash[]
  settle: (clash: Clash, takes: boolean) => void
  /** What is wrong, by where it is. */
  problems: ReadonlyMap<string, string>
  differs: boolean
  isSound: boolean
  busy: boolean
  discard: () => void
}

type SettingsDraft<State> = {
  /** As the server has them now. */
  settings: State
  rules: ZodType<State>
  name: string
  save: (change: { before: State; after: State }) => Promise<object>
}

/**
 * Settings that an officer is changing. What a colleague saves meanwhile is taken in beside them: nothing that was typed is
 * lost, and where both changed the same it is told.
 */
export function useSettingsDraft<State>({ settings, rules, name, save }: SettingsDraft<State>) {
  const [base, setBase] = useState(settings)
  const [clashes, setClashes] = useState<Clash[]>([])
  const change = useUndoableChange<State>({
    before: base,
    nameOf: () => name,
    save: ({ before, after }) =>
      sayingConflict(save({ before: rules.parse(before), after: rules.parse(after) })),
  })
  const { after, setAfter } = change
  const checked = rules.safeParse(after)
  // Without the blanks around words, which are not kept.
  const mine = checked.success ? checked.data : after
  if (!isSame(settings, base)) {
    const rebased = rebaseSettings({ base, mine, theirs: settings })
    setBase(settings)
    setAfter(rebased.merged)
    setClashes(rebased.clashes)
  }
  const problems = new Map(
    checked.success ? [] : checked.error.issues.map(({ path, message }) => [path.join('.'), message]),
  )
  function settle(clash: Clash, takes: boolean) {
    if (takes) setAfter(takeTheirs(after, clash))
    setClashes(clashes.filter(({ path }) => path !== clash.path))
  }
  function discard() {
    change.discard()
    setClashes([])
  }
  return {
    ...change,
    base,
    clashes,
    settle,
    discard,
    problems,
    differs: !isSame(mine, base),
    isSound: checked.success,
  }
}

/** Nothing has to be loaded or typed again here: the words of a colleague come beside one’s own. */
async function sayingConflict(saving: Promise<object>): Promise<object> {
  try {
    return await saving
  } catch (error) {
    const id = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data?.id : undefined
    if (id !== 'conflict') throw error
    throw new Error(t('portals.savedFirst'), { cause: error })
  }
}
