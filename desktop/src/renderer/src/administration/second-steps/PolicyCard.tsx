import { Alert, Checkbox, Stack, Text } from '@mantine/core'
import {
  areSameMethods,
  hasFirstMethod,
  houseMethods,
  type SecondStepMethod,
} from '@send/shared/accounts/second-step-methods'

import { apiClient, type RouterOutputs } from '../../api.ts'
import classes from '../administration.module.css'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { UnsavedChange } from '../UnsavedChange.tsx'
import { useUndoableChange } from '../useUndoableChange.ts'
import { t, warningsOf } from './second-steps-words.ts'

type PolicyCardProps = {
  kind: 'citizen' | 'professional'
  policy: RouterOutputs['secondSteps']['getPolicy']['citizen']
  mayChange: boolean
}

/** The methods of one kind of portal user, with how many use each, and what a change does to them. */
export function PolicyCard({ kind, policy, mayChange }: PolicyCardProps) {
  const { methods: before, use } = policy
  const title = t(`secondSteps.kind.${kind}`)
  const change = useUndoableChange<SecondStepMethod[]>({
    before,
    nameOf: () => title,
    save: (changed) =>
      apiClient.secondSteps.setPolicy.mutate({ kind, before: changed.before, methods: changed.after }),
  })
  const { after, setAfter } = change
  const warnings = warningsOf(before, after, use)
  const isPossible = hasFirstMethod(after)
  const users: Record<SecondStepMethod, string> = {
    totp: t('secondSteps.use', { count: use.totp }),
    emailCode: t('secondSteps.useEmail', { count: use.people }),
    recoveryCode: t('secondSteps.use', { count: use.recoveryCode }),
    passkey: t('secondSteps.use', { count: use.passkey }),
  }
  return (
    <section className={classes.policy} aria-label={title}>
      <fieldset className={classes.checks}>
        <legend>{title}</legend>
        <Stack gap="xs">
          {houseMethods.map((method) => (
            <Checkbox
              key={method}
              size="sm"
              label={t(`secondSteps.method.${method}`)}
              description={`${t(`secondSteps.about.${method}`)} ${users[method]}`}
              styles={{ description: { color: 'var(--mantine-color-text)' } }}
              disabled={!mayChange}
              checked={after.includes(method)}
              onChange={(event) =>
                setAfter(
                  event.currentTarget.checked ? [...after, method] : after.filter((each) => each !== method),
                )
              }
            />
          ))}
        </Stack>
      </fieldset>
      <output>
        {!isPossible && (
          <Alert color="red" mt="sm" p="xs">
            {t('secondSteps.needsFirst')}
          </Alert>
        )}
        {isPossible && warnings.length > 0 && (
          <Alert color="yellow" mt="sm" p="xs">
            <Text size="sm" fw={600}>
              {t('secondSteps.warning')}
            </Text>
            <Sentences sentences={warnings} />
          </Alert>
        )}
      </output>
      {!areSameMethods(before, after) && (
        <div className={classes.unsaved}>
          <UnsavedChange ready={isPossible} onSave={change.ask} onDiscard={change.discard} />
        </div>
      )}
      {change.isAsking && (
        <ReasonDialog
          title={t('secondSteps.saveTitle', { kind: title })}
          sentence={t('secondSteps.saveSentence')}
          confirm={t('administration.save')}
          asksWhy={false}
          hurts={warnings.length > 0}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        >
          <Sentences sentences={warnings} />
        </ReasonDialog>
      )}
    </section>
  )
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <Text key={sentence} size="sm">
      {sentence}
    </Text>
  ))
}
