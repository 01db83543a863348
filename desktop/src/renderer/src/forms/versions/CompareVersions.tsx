import { Button, NativeSelect, Text } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { scopeOfWords } from '@send/shared/forms/logic/find-member'
import { compareVersions } from '@send/shared/forms/versions/compare-versions'
import { translator } from '@send/shared/texts/translator'
import { useMemo } from 'react'

import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import classes from '../form-builder.module.css'
import own from './versions.module.css'
import type { ListedForm } from '../list/listed-forms.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { useVersion } from './useVersion.ts'

const t = translator('en')

type CompareVersionsProps = {
  form: ListedForm
  from: number
  to: number
  onChoose: (from: number, to: number) => void
}

/** Two versions side by side: only what differs, page by page. */
export function CompareVersions({ form, from, to, onChoose }: CompareVersionsProps) {
  const [older, newer] = [useVersion(form.formId, from), useVersion(form.formId, to)]
  const [before, after] = [older.data?.definition, newer.data?.definition]
  const compared = useMemo(() => (before && after ? compare(before, after) : undefined), [before, after])
  const changes = compared?.changes
  const numbers = form.versions.map(({ number }) => number).toReversed()
  const choices = numbers.map((number) => ({
    value: String(number),
    label: t('versions.version', { number }),
  }))
  const failed = older.error ? older : newer.error ? newer : undefined
  return (
    <>
      <div className={own.versionsBar}>
        <NativeSelect
          size="xs"
          label={t('compare.from')}
          data={choices}
          value={String(from)}
          onChange={(event) => onChoose(Number(event.currentTarget.value), to)}
        />
        <NativeSelect
          size="xs"
          label={t('compare.to')}
          data={choices}
          value={String(to)}
          onChange={(event) => onChoose(from, Number(event.currentTarget.value))}
        />
        <Button size="xs" variant="default" onClick={() => onChoose(to, from)}>
          {t('compare.swap')}
        </Button>
        {changes && changes.length > 0 && (
          <Text size="sm" component="output">
            {t('compare.count', { count: changes.length })}
          </Text>
        )}
      </div>
      <div className={classes.scroll}>
        {failed?.error && <Failed error={failed.error} onRetry={() => void failed.refetch()} />}
        {!failed && !changes && <Waiting what={t('versions.list')} />}
        {changes?.length === 0 && <Empty title={t('compare.same')} hint={t('compare.sameHint')} />}
        {compared && compared.changes.length > 0 && (
          <ChangeTable
            {...compared}
            from={t('versions.version', { number: from })}
            to={t('versions.version', { number: to })}
          />
        )}
      </div>
    </>
  )
}

function compare(before: FormDefinition, after: FormDefinition) {
  const scopes = { before: scopeOfWords(compileForm(before)), after: scopeOfWords(compileForm(after)) }
  return { changes: compareVersions(before, after), scopes }
}
