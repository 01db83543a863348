import { Button, Text, VisuallyHidden } from '@mantine/core'
import { findPage, findQuestion, findSection, type FormDefinition } from '@send/shared/forms/form-definition'
import { listPublishingProblems } from '@send/shared/forms/publishing-problems'
import { listPublishingWarnings } from '@send/shared/forms/publishing-warnings'
import { translator } from '@send/shared/texts/translator'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'

import type { Draft, KeptDraft } from '../../../../main/forms/drafts.ts'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useBankOffers } from '../bank/useBankOffers.ts'
import classes from '../form-builder.module.css'
import { TextReports } from '../gate/TextReports.tsx'
import { Preview } from '../preview/Preview.tsx'
import { createPublicationKeys } from '../publish/publication-keys.ts'
import { PublishDialog } from '../publish/PublishDialog.tsx'
import { EditorActions } from './EditorActions.tsx'
import { ItemEditor } from './ItemEditor.tsx'
import type { OpenedHistory } from './keep-history.ts'
import { listOutline, titleOfForm, wordConditions } from './outline-items.ts'
import { Outline } from './Outline.tsx'
import { OutlineActions } from './OutlineActions.tsx'
import { markOne, marksAt, type Marks } from './outline-marks.ts'
import { ProblemPane } from './ProblemPane.tsx'
import { SaveLine } from './SaveLine.tsx'
import { SearchDialog } from './SearchDialog.tsx'
import { SyncLine } from './SyncLine.tsx'
import { useAutosave } from './useAutosave.ts'
import { useColleagues } from './useColleagues.ts'
import { useEditorKeys } from './useEditorKeys.ts'
import { useFocusWhenDrawn } from './useFocusWhenDrawn.ts'
import { useFormEditing } from './useFormEditing.ts'
import { useItemActions } from './useItemActions.tsx'
import { useSteadyActions } from './useSteadyActions.ts'

const t = translator('en')

type FormEditorProps = {
  /** Without `changedAt` it is not on the disk yet. */
  draft: Draft & Partial<Pick<KeptDraft, 'changedAt'>>
  /** What is kept of its earlier states. */
  kept: OpenedHistory
  onLeave: () => void
  onOpen: (draft: Draft) => void
  /** A colleague’s changes contradict what is here. */
  onDecide: (formId: string) => void
}

/** A draft in three panes: the outline, the editor of the selected item, and the preview. */
export function FormEditor({ draft, kept, onLeave, onOpen, onDecide }: FormEditorProps) {
  const { formId } = draft
  const [baseVersion, setBaseVersion] = useState(draft.baseVersion)
  const editing = useFormEditing(draft.definition, kept.history)
  const { definition, history, selected, select, takenIn } = editing
  const taken = takenIn === undefined ? {} : { takenIn }
  const { state, autosave } = useAutosave(
    { formId, baseVersion, definition, history, ...taken },
    { keptAt: draft.changedAt, keeper: kept.keeper },
  )
  const { known, people, keep } = useColleagues(formId, editing, setBaseVersion)
  const sync = state.kind === 'saved' && known?.changedAt === state.at ? known.sync : undefined
  const [marked, setMarked] = useState(() => markOne(selected))
  const [said, setSaid] = useState('')
  const [searching, setSearching] = useState(false)
  const [keys] = useState(createPublicationKeys)
  const [publishing, setPublishing] = useState(false)
  const tree = useRef<HTMLUListElement>(null)
  const pane = useRef<HTMLDivElement>(null)

  // The lists take longer than a key press may: what is typed is drawn first, they follow when it rests.
  const settled = useDeferredValue(definition)
  const problems = useMemo(() => listPublishingProblems(settled), [settled])
  const warnings = useMemo(() => listPublishingWarnings(settled), [settled])
  const conditions = useMemo(() => wordConditions(settled), [settled])
  // Where only its surroundings changed, the editor of what is selected follows as the lists do: a move is drawn first.
  const around = findPart(settled, selected) === findPart(definition, selected) ? settled : definition
  const bank = useBankOffers(around)
  const items = useMemo(
    () => listOutline(definition, problems, conditions),
    [definition, problems, conditions],
  )
  const ids = useMemo(() => items.map(({ id }) => id), [items])
  const marks = marksAt(marked, selected, ids)
  const actions = useSteadyActions(useItemActions(editing, { formId, ids: marks.ids, say: setSaid }))
  const startSearch = useCallback(() => setSearching(true), [])
  const startPublishing = useCallback(() => setPublishing(true), [])
  function mark(next: Marks) {
    setMarked(next)
    select(next.head)
  }
  useEditorKeys({
    editing,
    actions,
    onStep: (step) => select(stepInList(ids, selected, step) ?? 'form'),
    onEscape: () => tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    onSearch: startSearch,
  })
  const focusEditor = useFocusWhenDrawn(() => firstOf(pane.current))
  const open = useCallback(
    (where: string) => {
      select(where)
      focusEditor()
    },
    [select, focusEditor],
  )
  const shown = useDeferredValue(
    useMemo(() => ({ definition, selected, items }), [definition, selected, items]),
  )
  return (
    <div className={classes.editor} onBlur={() => void autosave.flush()}>
      <div className={classes.bar}>
        <Button size="compact-xs" variant="default" onClick={onLeave}>
          {t('forms.back')}
        </Button>
        <h1 className={classes.heading}>{titleOfForm(definition)}</h1>
        <SaveLine state={state} />
        <SyncLine sync={sync} people={people} onDecide={() => onDecide(formId)} onKeep={keep} />
        <EditorActions
          undo={editing.undo}
          redo={editing.redo}
          definition={settled}
          onOpen={open}
          onSearch={startSearch}
          onPublish={startPublishing}
        />
      </div>
      <div className={classes.panes}>
        <section className={classes.outlinePane} aria-label={t('forms.outline')}>
          <OutlineActions actions={actions} onAdded={focusEditor} />
          <Outline
            items={items}
            marks={marks}
            onMark={mark}
            onEnter={focusEditor}
            actions={actions}
            treeRef={tree}
          />
          <ProblemPane
            problems={problems}
            notices={bank.notices}
            warnings={warnings}
            items={shown.items}
            onOpen={open}
          />
          <Text size="xs" p="xs">
            {marks.ids.size > 1 && <strong>{t('outline.selected', { count: marks.ids.size })} · </strong>}
            {t('forms.outlineKeys')}
          </Text>
        </section>
        <div className={classes.itemPane} ref={pane}>
          <ItemEditor definition={around} selected={selected} edit={editing.edit} bank={bank} />
          <TextReports key={shown.selected} definition={shown.definition} selected={shown.selected} />
        </div>
        <Preview {...shown} onOpen={open} />
      </div>
      <VisuallyHidden component="output">{said}</VisuallyHidden>
      <SearchDialog
        opened={searching}
        editing={editing}
        items={items}
        onClose={() => setSearching(false)}
        onOpen={(where) => {
          setSearching(false)
          open(where)
        }}
      />
      {publishing && (
        <PublishDialog
          draft={{ formId, baseVersion, definition }}
          problems={problems}
          warnings={warnings}
          items={items}
          autosave={autosave}
          keys={keys}
          onOpenProblem={(where) => {
            setPublishing(false)
            open(where)
          }}
          onKeepMine={(latestVersion) => {
            setPublishing(false)
            setBaseVersion(latestVersion)
          }}
          onOpenTheirs={onOpen}
          onPublished={onLeave}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  )
}

/** The question, page or section with an id; the form itself where there is none. */
function findPart(form: FormDefinition, id: string): object {
  return findQuestion(form, id) ?? findPage(form, id) ?? findSection(form, id) ?? form
}

/** What is to be decided first, else the first box that can be changed: a question of the bank has locked ones. */
function firstOf(pane: HTMLElement | null): HTMLElement | null | undefined {
  const boxes = 'input:enabled, textarea:enabled, select:enabled'
  return pane?.querySelector<HTMLElement>('[data-offer] button') ?? pane?.querySelector<HTMLElement>(boxes)
}
