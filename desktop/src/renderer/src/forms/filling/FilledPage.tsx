import { Button } from '@send/portal/design/Button'
import { ErrorSummary } from '@send/portal/design/ErrorSummary'
import type { QuestionFieldProps } from '@send/portal/forms/questions/field-props'
import { PageQuestions } from '@send/portal/forms/questions/PageQuestions'
import { problemTarget } from '@send/portal/forms/questions/question-fields'
import { isAnswered, readPage, sortStorable, type Answers } from '@send/shared/forms/answers'
import { findPage, findQuestion, listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { evaluate } from '@send/shared/forms/logic/evaluate'
import { editItems, findItemsEdit, type ItemsEdit } from '@send/shared/forms/questions/edit-items'
import { inLanguage } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { createContext, useContext, useEffect, useMemo, useRef } from 'react'

import { windowOrigin } from '../preview/preview-message.ts'
import { StaffQuestionField } from '../questions/staff-fields.tsx'
import type { FillContinue, FillForm, FillState, FillTyped } from './fill-message.ts'
import { FilledFiles, FilesContext } from './FilledFiles.tsx'
import { askForRecords, FindRecordsContext } from './find-records.ts'

const t = translator('en')
const language = 'en'

const VersionsContext = createContext<FillState['versions']>({})

/** Draws a question anew when its answer came from elsewhere: its boxes would still show what was typed. */
function VersionedField(props: QuestionFieldProps) {
  const versions = useContext(VersionsContext)
  const { question } = props
  if (question.type === 'file') return <FilledFiles {...props} question={question} />
  return <StaffQuestionField key={versions[question.id] ?? 0} {...props} />
}

/** One page of a form that staff fill in. The window keeps the answers; this draws them and says what is typed. */
export function FilledPage({ form, shown }: { form: FillForm; shown: FillState }) {
  const { definition, person, today } = form
  const compiled = useMemo(() => compileForm(definition), [definition])
  const state = evaluate(compiled, shown.answers, { today, person })
  const page = findPage(definition, shown.pageId)
  const goTo = useRef<string | undefined>(undefined)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = goTo.current && document.getElementById(goTo.current)
    goTo.current = undefined
    if (!place) return
    const box = place.matches('fieldset') ? place.querySelector<HTMLElement>('input,select,textarea') : null
    ;(box ?? place).focus()
  })
  const drawn = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const { current: shownForm } = drawn
    if (!shownForm || !page) return
    // Nothing is ever sent from here, so that a form of this frame hears its buttons, and never that it is sent.
    const stop = new AbortController()
    const onClick = (event: MouseEvent) => {
      goTo.current = press(page, shownForm, { event, before: shown.answers })
    }
    shownForm.addEventListener('click', onClick, { signal: stop.signal })
    return () => stop.abort()
  })
  useEffect(() => window.scrollTo(0, 0), [shown.pageId])
  useEffect(() => {
    if (shown.checks > 0) summary.current?.querySelector<HTMLElement>('.govuk-error-summary')?.focus()
  }, [shown.checks])
  if (!page) return null
  return (
    <FindRecordsContext value={askForRecords}>
      <VersionsContext value={shown.versions}>
        <FilesContext value={shown}>
          <div ref={summary}>
            <ErrorSummary
              title={t('portal.error.summary')}
              problems={shown.problems.map((problem) => ({
                href: problemTarget(problem, findQuestion(definition, problem.questionId)),
                message: problem.message,
              }))}
            />
          </div>
          <h1 className="govuk-heading-l">{inLanguage(page.title, language)}</h1>
          {page.guidance ? (
            <p className="govuk-body send-lines">{inLanguage(page.guidance, language)}</p>
          ) : null}
          <form
            ref={drawn}
            noValidate
            onInput={(event) => tell(page, event.currentTarget, { before: shown.answers })}
          >
            {/* What Enter presses in a box: the first button of a form, which must not remove or add an item. */}
            <button
              type="submit"
              className="govuk-visually-hidden"
              tabIndex={-1}
              aria-hidden="true"
              value="next"
            />
            <PageQuestions
              page={page}
              state={state}
              Field={VersionedField}
              asksFiles
              problems={shown.problems}
              language={language}
              t={t}
            />
            <Button value="next">{t(`filling.${shown.next}`)}</Button>
          </form>
        </FilesContext>
      </VersionsContext>
    </FindRecordsContext>
  )
}

type Told = { before: Answers; edit?: ItemsEdit | undefined }

function tell(page: Page, form: HTMLFormElement, { before, edit }: Told): string | undefined {
  const fields = new FormData(form)
  const read = readPage(page, (name) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  })
  const edited = edit ? editItems(read, edit) : { answers: read, goTo: undefined }
  const { storable, problems } = sortStorable(page, edited.answers, language)
  // A question that nobody has touched has no answer: a colleague may be answering it.
  const touched = listPageQuestions(page).filter(
    (question) =>
      before[question.id] !== undefined || question.id === edit?.path[0] || isAnswered(question, storable),
  )
  const kept = Object.fromEntries(
    touched.flatMap(({ id }) => (storable[id] === undefined ? [] : [[id, storable[id]]])),
  )
  const told: FillTyped = { kind: 'fillTyped', pageId: page.id, answers: kept, notKept: problems }
  window.parent.postMessage(told, windowOrigin)
  return edited.goTo
}

/** What a button of the page does; forms are never sent here, so each press is taken for what it means. */
function press(
  page: Page,
  form: HTMLFormElement,
  { event, before }: { event: MouseEvent; before: Answers },
): string | undefined {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  if (!button || button.type !== 'submit') return undefined
  event.preventDefault()
  const edit = findItemsEdit(button.value)
  const goTo = tell(page, form, { before, edit })
  if (!edit) window.parent.postMessage({ kind: 'fillContinue' } satisfies FillContinue, windowOrigin)
  return goTo
}
