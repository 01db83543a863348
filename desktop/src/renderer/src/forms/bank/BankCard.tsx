import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { holdQuestion } from '@send/shared/forms/bank/offer-revision'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { RulesEditor } from '../logic/RulesEditor.tsx'
import { QuestionEditor } from '../questions/question-editors.tsx'
import { asCode, isSoundCode, type BankDraft } from './bank-draft.ts'
import classes from './bank.module.css'
import { BankRevisions } from './BankRevisions.tsx'
import { BankUses } from './BankUses.tsx'
import { RetireQuestion } from './RetireQuestion.tsx'
import { useSaveBankQuestion } from './useSaveBankQuestion.ts'

const t = translator('en')

type BankCardProps = {
  questionId: string
  mayChange: boolean
  /** What has been typed and is not saved yet; a new question is nothing but that. */
  draft: BankDraft | undefined
  onDraft: (draft: BankDraft | undefined) => void
  /** A new question was given up. */
  onGone: () => void
}

/** One question of the bank: what it says, with the editors of the Form Builder, beside its revisions and uses. */
export function BankCard({ questionId, mayChange, draft, onDraft, onGone }: BankCardProps) {
  const api = useApi()
  const isNew = draft?.baseRowVersion === null
  const found = useQuery(api.forms.getBankQuestion.queryOptions({ questionId }, { enabled: !isNew }))
  const card = useRef<HTMLElement>(null)
  const [revealed, setRevealed] = useState<number | undefined>(undefined)
  const { isPending, save } = useSaveBankQuestion(() => onDraft(undefined))
  useEffect(() => {
    // A new question is written at once; the dialog before it gives its focus back a moment later.
    if (isNew) setTimeout(() => card.current?.querySelector<HTMLElement>('textarea')?.focus())
  }, [isNew])
  const kept = isNew ? undefined : found.data
  const latest = kept?.revisions[0]
  const shown = draft ?? (kept && latest && draftOf(kept, latest.content))
  const definition = useMemo(() => shown && holdQuestion(shown.content), [shown])
  if (!isNew && found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!shown || !definition) return <Waiting what={t('bank.title')} />

  const overtaken = kept !== undefined && draft !== undefined && draft.baseRowVersion !== kept.rowVersion
  const isUsed = latest !== undefined && (latest.number > 1 || latest.status === 'frozen')
  const change = (changed: Partial<BankDraft>) => onDraft({ ...shown, ...changed })
  return (
    <section aria-label={shown.code} ref={card}>
      <Group gap="sm" mb="xs">
        <Title order={2} size="h5">
          {shown.code}
        </Title>
        {draft && mayChange && (
          <>
            <Button
              size="xs"
              disabled={!isSoundCode(shown.code) || overtaken}
              loading={isPending}
              onClick={() => save({ questionId, ...draft })}
            >
              {t('administration.save')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onDraft(undefined)
                if (isNew) onGone()
              }}
            >
              {t('administration.discard')}
            </Button>
            <Text size="sm">{t('administration.unsaved')}</Text>
          </>
        )}
        {kept && mayChange && !draft && (
          <RetireQuestion questionId={questionId} code={kept.code} retired={kept.retired} />
        )}
      </Group>
      <Text size="sm" mb="xs">
        {overtaken ? t('bank.overtaken') : hintOf(latest)}
      </Text>
      <div className={classes.card}>
        <fieldset className={classes.bare} disabled={!mayChange}>
          <Group gap="sm" mb="sm" align="start">
            <TextInput
              size="xs"
              label={t('bank.code')}
              maxLength={40}
              spellCheck={false}
              readOnly={isUsed}
              value={shown.code}
              error={!isSoundCode(shown.code) && t('bank.codeWrong')}
              onChange={(event) => change({ code: asCode(event.currentTarget.value) })}
            />
            <TextInput
              size="xs"
              label={t('bank.externalCode')}
              maxLength={40}
              spellCheck={false}
              value={shown.externalCode}
              onChange={(event) => change({ externalCode: event.currentTarget.value })}
            />
            <Text size="xs" className={classes.beside}>
              {t('bank.requiredHint')}
            </Text>
          </Group>
          <QuestionEditor
            question={shown.content}
            definition={definition}
            onChange={(content) => change({ content })}
          />
          {shown.content.type !== 'calculated' && shown.content.type !== 'guidance' && (
            <div className={classes.below}>
              <RulesEditor
                question={shown.content}
                definition={definition}
                onChange={(content) => change({ content })}
              />
            </div>
          )}
        </fieldset>
        {kept && (
          <div>
            <BankRevisions revisions={kept.revisions} revealed={revealed} onReveal={setRevealed} />
            <BankUses uses={kept.uses} />
          </div>
        )}
      </div>
    </section>
  )
}

function draftOf(
  kept: { rowVersion: number; code: string; externalCode: string | null },
  content: BankDraft['content'],
): BankDraft {
  const { rowVersion, code, externalCode } = kept
  return { baseRowVersion: rowVersion, code, externalCode: externalCode ?? '', content }
}

function hintOf(latest: { number: number; status: 'draft' | 'frozen' } | undefined): string {
  if (!latest) return t('bank.newDraftHint')
  const { number, status } = latest
  return status === 'frozen'
    ? t('bank.frozenHint', { number, next: number + 1 })
    : t('bank.draftHint', { number })
}
