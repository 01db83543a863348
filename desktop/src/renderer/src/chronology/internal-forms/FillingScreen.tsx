import { Alert, Button, Group, Title } from '@mantine/core'
import { withFiles } from '@send/shared/forms/answers'
import { findPage } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { evaluate } from '@send/shared/forms/logic/evaluate'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useState } from 'react'

import { openFile, type RouterOutputs } from '../../api.ts'
import type { FillFileAct, FillForm, FillState } from '../../forms/filling/fill-message.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { ChangeOrigin } from '../on-behalf/ChangeOrigin.tsx'
import { originInWords } from '../on-behalf/origin-words.ts'
import { SendOnBehalf } from '../on-behalf/SendOnBehalf.tsx'
import { CompleteForm, type CompleteFormProps } from './CompleteForm.tsx'
import { ConflictChoices } from './ConflictChoices.tsx'
import { DiscardForm } from './DiscardForm.tsx'
import { FillFrame } from './FillFrame.tsx'
import classes from './internal-forms.module.css'
import { KeptLine } from './KeptLine.tsx'
import { listPageTasks, type PageTask } from './page-tasks.ts'
import { PageTasks } from './PageTasks.tsx'
import { RemoveFile } from './RemoveFile.tsx'
import { SuggestedAnswers } from './SuggestedAnswers.tsx'
import { useFilling } from './useFilling.ts'
import { useFormFiles, useShownFiles, type FormFiles } from './useFormFiles.ts'

const t = translator('en')
const noProblems: Problem[] = []

type FillingScreenProps = {
  details: RouterOutputs['internalForms']['get']
  listed: FormFiles
  userId: string
  onBack: () => void
  onCompleted: (entryId: string | undefined) => void
}

/** A form being filled in: its pages, the page itself, and what is true of what was typed. */
export function FillingScreen({ details, listed, userId, onBack, onCompleted }: FillingScreenProps) {
  const { definition, person, today, amends, may, origin } = details
  const { store, view } = useFilling(details, userId)
  const { filling, save, closed } = view
  const { fileLimits } = listed
  const sending = useFormFiles(details, userId, fileLimits)
  const files = useShownFiles(listed.files, sending.view)
  const compiled = useMemo(() => compileForm(definition), [definition])
  const answers = useMemo(
    () => withFiles(definition, filling.answers, listed.files),
    [definition, filling.answers, listed.files],
  )
  const tasks = useMemo(
    () => listPageTasks(evaluate(compiled, answers, { today, person })),
    [compiled, answers, today, person],
  )
  const [pageId, setPageId] = useState(tasks[0]?.page.id)
  const [checked, setChecked] = useState<{ pageId: string; problems: Problem[] } | undefined>(undefined)
  const [checks, setChecks] = useState(0)
  const [notKept, setNotKept] = useState<Problem[]>(noProblems)
  const [completing, setCompleting] = useState(false)
  const [removing, setRemoving] = useState<string | undefined>(undefined)
  const place = Math.max(
    0,
    tasks.findIndex(({ page }) => page.id === pageId),
  )
  const task = tasks[place]
  const sends = origin !== null
  const isLast = place === tasks.length - 1
  function open(next: PageTask | undefined) {
    if (!next) return
    setPageId(next.page.id)
    setNotKept(noProblems)
    setChecked(undefined)
  }
  function showProblems(problems: readonly Problem[]) {
    const wrong = tasks.find(({ page }) => problems.some(({ questionId }) => holds(page, questionId)))
    if (!wrong) return
    setPageId(wrong.page.id)
    setChecks((before) => before + 1)
    setChecked({
      pageId: wrong.page.id,
      problems: problems.filter(({ questionId }) => holds(wrong.page, questionId)),
    })
  }
  function goOn() {
    if (!task) return
    if (task.problems.length > 0) showProblems(task.problems)
    else if (isLast) setCompleting(true)
    else open(tasks[place + 1])
  }
  const form = useMemo<FillForm>(
    () => ({ kind: 'fillForm', definition, person, today }),
    [definition, person, today],
  )
  const shownId = task?.page.id
  const problems = useMemo(
    () =>
      notKept.length > 0
        ? notKept
        : checked?.pageId === shownId
          ? (checked?.problems ?? noProblems)
          : noProblems,
    [notKept, checked, shownId],
  )
  const { versions } = filling
  const state = useMemo<FillState | undefined>(() => {
    if (!shownId) return undefined
    const next = isLast ? (sends ? 'checkAndSend' : 'check') : 'continue'
    const page = { pageId: shownId, next, answers, problems, checks, versions } as const
    return { kind: 'fillState', ...page, files, fileLimits }
  }, [shownId, isLast, sends, answers, problems, checks, versions, files, fileLimits])
  const toRemove = listed.files.find(({ fileId }) => fileId === removing)
  function act({ act: wanted, key }: FillFileAct) {
    switch (wanted) {
      case 'open':
        return void openFile(key).catch(showFailure)
      case 'remove':
        return setRemoving(key)
      case 'sendAgain':
        return sending.store.sendAgain(key)
      case 'leaveOut':
        return sending.store.leaveOut(key)
    }
  }
  const title = inLanguage(definition.title, 'en')
  return (
    <article className={classes.filling} aria-label={title}>
      <header>
        <Group gap="sm" justify="space-between" align="flex-start" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
            <Button size="compact-xs" variant="default" className={classes.acts} onClick={onBack}>
              {t(origin ? 'onBehalf.back' : 'chronology.back')}
            </Button>
            {closed ? null : (
              <KeptLine
                save={save}
                notKept={notKept.length}
                disputed={filling.conflicts.length}
                files={sending.view}
              />
            )}
          </Group>
          <Group gap="xs" wrap="nowrap" className={classes.acts}>
            {may.discard && !closed ? <DiscardForm details={details} onDiscarded={onBack} /> : null}
            {closed ? null : (
              <EndForm
                details={details}
                store={store}
                files={sending.store}
                listed={listed.files}
                opened={completing}
                onOpen={setCompleting}
                onProblems={showProblems}
                onCompleted={onCompleted}
              />
            )}
          </Group>
        </Group>
        <Title order={2} size="h5" mt={6}>
          {title}
        </Title>
        <p className={classes.origin}>
          {origin ? `${originInWords(origin, details.startedBy)} ` : ''}
          {t('filling.origin', {
            version: details.version,
            by: details.startedBy,
            when: momentInWords(details.startedAt),
          })}
          {amends ? ` ${t('filling.amends', amends)}` : ''}{' '}
          {origin && !closed ? (
            <ChangeOrigin internalFormId={details.internalFormId} origin={origin} />
          ) : null}
        </p>
        {closed ? (
          <Alert
            role="alert"
            classNames={{ title: classes.noticeTitle }}
            color="red"
            title={t(`filling.closed.${closed.status}`, { by: closed.by })}
            mb="xs"
          >
            {t('filling.closedHint')}
          </Alert>
        ) : null}
        <ConflictChoices definition={definition} conflicts={filling.conflicts} onDecide={store.decide} />
        {closed ? null : (
          <SuggestedAnswers
            definition={definition}
            answers={answers}
            suggested={details.suggested}
            onTake={store.takeOver}
          />
        )}
      </header>
      <PageTasks
        tasks={tasks}
        pageId={shownId}
        onOpen={(id) => open(tasks.find(({ page }) => page.id === id))}
      />
      {state ? (
        <FillFrame
          form={form}
          state={state}
          onType={(typed) => {
            if (findPage(definition, typed.pageId)) store.type(typed.answers)
            setNotKept((before) => (before.length + typed.notKept.length === 0 ? before : typed.notKept))
          }}
          onContinue={goOn}
          onFiles={(chosen) => sending.store.add(chosen.questionId, chosen.files)}
          onFileAct={act}
          onFileWords={({ key, description }) => sending.store.describe(key, description)}
        />
      ) : null}
      {toRemove ? (
        <RemoveFile
          internalFormId={details.internalFormId}
          file={toRemove}
          isAmendment={amends !== null}
          onClose={() => setRemoving(undefined)}
        />
      ) : null}
    </article>
  )
}

/** What ends the filling in: a form of staff is completed, one that was entered for somebody is sent. */
function EndForm(props: CompleteFormProps) {
  const { origin } = props.details
  return origin ? <SendOnBehalf {...props} origin={origin} /> : <CompleteForm {...props} />
}

function holds(page: PageTask['page'], questionId: string): boolean {
  return [page, ...(page.sections ?? [])].some(({ questions }) =>
    questions.some(({ id }) => id === questionId),
  )
}
