import type { RuleSet } from '@send/shared/suspense/conflicts/import-rules'
import { translator } from '@send/shared/texts/translator'
import type { ReactNode } from 'react'

import classes from './import-rules.module.css'
import { hintOf, whoseInWords, type ScopeRules } from './scope-words.ts'

const t = translator('en')

/** What a table of rules is of; without `onChange` whoever looks may only look. */
export type ScopesShown = {
  scopes: readonly ScopeRules[]
  onChange: ((scopes: ScopeRules[]) => void) | undefined
}

/** What one cell is about: whose rules, and those of all others, from which they inherit. */
export type ScopeCell = {
  of: ScopeRules
  byDefault: RuleSet
  onChange: ((rules: RuleSet) => void) | undefined
}

type ScopeTableProps<Column extends string> = ScopesShown & {
  caption: string
  columns: readonly Column[]
  heading: (column: Column) => ReactNode
  cell: (column: Column, about: ScopeCell) => ReactNode
}

/** Rules by whose records they are for, one row each, and by what they settle. */
export function ScopeTable<Column extends string>(props: ScopeTableProps<Column>) {
  const { caption, columns, heading, cell, scopes, onChange } = props
  const byDefault = scopes.find(({ scope }) => scope === 'default')?.rules ?? {}
  const changeOf = (one: ScopeRules) =>
    onChange &&
    ((rules: RuleSet) => onChange(scopes.map((each) => (each === one ? { ...one, rules } : each))))
  return (
    <table className={classes.rules}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importRules.whose')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {heading(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scopes.map((one) => (
          <tr key={one.scope}>
            <th scope="row">
              {whoseInWords(one)}
              <span className={classes.hint}>{hintOf(one)}</span>
            </th>
            {columns.map((column) => (
              <td key={column}>{cell(column, { of: one, byDefault, onChange: changeOf(one) })}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
