import { Text } from '@mantine/core'
import {
  dataGroups,
  recognitionSettings,
  recogniseOtherwise,
  type RuleScope,
} from '@send/shared/suspense/conflicts/import-rules'
import { translator } from '@send/shared/texts/translator'

import { apiClient } from '../../api.ts'
import classes from '../administration.module.css'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { UnsavedChange } from '../UnsavedChange.tsx'
import { useUndoableChange } from '../useUndoableChange.ts'
import { AddSchool } from './AddSchool.tsx'
import { MatchingTable } from './MatchingTable.tsx'
import { RulesTable } from './RulesTable.tsx'
import type { ScopeRules } from './scope-words.ts'

const t = translator('en')

/** The grid of rules, kept apart until it is saved. */
export function RulesCard({ before, mayChange }: { before: ScopeRules[]; mayChange: boolean }) {
  const change = useUndoableChange<ScopeRules[]>({
    before,
    nameOf: () => t('importRules.what'),
    save: ({ idempotencyKey, before: was, after: will }) =>
      apiClient.importRules.set.mutate({ idempotencyKey, changes: listChanges(was, will) }),
  })
  const { after, setAfter } = change
  const changes = listChanges(before, after)
  const imports = changes.some(({ before: was, after: will }) =>
    dataGroups.some((group) => will[group] === 'alwaysImport' && was[group] !== 'alwaysImport'),
  )
  const adds = changes.some(({ before: was, after: will }) => will.addIfUnmatched && !was.addIfUnmatched)
  const recognises = changes.some(({ before: was, after: will }) => recogniseOtherwise(was, will))
  return (
    <>
      <RulesTable scopes={after} onChange={mayChange ? setAfter : undefined} />
      <Text size="sm" mt="md" fw={600}>
        {t('importRules.matchingWhat')}
      </Text>
      <Text size="sm" mb="xs" maw={820}>
        {t('importRules.matchingIntro')}
      </Text>
      <MatchingTable scopes={after} onChange={mayChange ? setAfter : undefined} />
      {mayChange && (
        <AddSchool
          known={after.map(({ scope }) => scope)}
          onAdd={({ urn, name }) => setAfter([...after, { scope: urn, name, rules: {} }])}
        />
      )}
      {changes.length > 0 && (
        <div className={classes.unsaved}>
          <UnsavedChange onSave={change.ask} onDiscard={change.discard} />
        </div>
      )}
      {change.isAsking && (
        <ReasonDialog
          title={t('importRules.saveTitle')}
          sentence={[
            t('importRules.saveSentence'),
            ...(imports ? [t('importRules.saveImports')] : []),
            ...(recognises ? [t('importRules.saveRecognises')] : []),
            ...(adds ? [t('importRules.saveAdds')] : []),
          ].join(' ')}
          confirm={t('administration.save')}
          asksWhy={false}
          hurts={imports || adds}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        />
      )}
    </>
  )
}

function listChanges(before: readonly ScopeRules[], after: readonly ScopeRules[]) {
  const scopes = new Set<RuleScope>([...before, ...after].map(({ scope }) => scope))
  return [...scopes].flatMap((scope) => {
    const rulesIn = (all: readonly ScopeRules[]) => all.find((one) => one.scope === scope)?.rules ?? {}
    const [was, will] = [rulesIn(before), rulesIn(after)]
    const differs = [...dataGroups, ...recognitionSettings].some((group) => was[group] !== will[group])
    return differs ? [{ scope, before: was, after: will }] : []
  })
}
