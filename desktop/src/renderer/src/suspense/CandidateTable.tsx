import { identityFields, type Comparison, type IdentityField } from '@send/shared/suspense/matching/identity'
import type { RuleName } from '@send/shared/suspense/matching/deterministic-rules'
import { translator } from '@send/shared/texts/translator'

import { comparisonSymbols, fullName, identityValueInWords } from './suspense-words.ts'
import classes from './suspense.module.css'

const t = translator('en')

type ComparedField = {
  field: IdentityField
  incoming?: string | null | undefined
  onRecord?: string | null | undefined
  comparison: Comparison
}

export type Candidate = {
  person: { personId: string; givenNames: string; familyName: string }
  rule?: RuleName | null | undefined
  fields: readonly ComparedField[]
}

type IncomingIdentity = Partial<Record<IdentityField, string | null | undefined>>

type CandidateTableProps = {
  child: IncomingIdentity
  candidates: readonly Candidate[]
  chosen: string | undefined
  onChoose: (personId: string) => void
}

/** The incoming child beside its candidates, field by field; the officer chooses one candidate by radio button. */
export function CandidateTable({ child, candidates, chosen, onChoose }: CandidateTableProps) {
  return (
    <table className={classes.comparison}>
      <caption className={classes.caption}>{t('suspense.comparison')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('suspense.fieldHeading')}</th>
          <th scope="col">{t('suspense.incoming')}</th>
          {candidates.map(({ person }, index) => (
            <th key={person.personId} scope="col">
              <label className={classes.choice}>
                <input
                  type="radio"
                  name="candidate"
                  checked={person.personId === chosen}
                  onChange={() => onChoose(person.personId)}
                />
                {t('suspense.candidate', { number: index + 1, name: fullName(person) })}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {identityFields.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`suspense.field.${field}`)}</th>
            <td>{identityValueInWords(field, child[field])}</td>
            {candidates.map((candidate) => (
              <td key={candidate.person.personId}>
                <ComparedValue compared={candidate.fields.find((compared) => compared.field === field)} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('suspense.ruleHeading')}</th>
          <td>—</td>
          {candidates.map(({ person, rule }) => (
            <td key={person.personId}>{t(`suspense.rule.${rule ?? 'none'}`)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function ComparedValue({ compared }: { compared: ComparedField | undefined }) {
  if (!compared) return null
  return (
    <span className={classes.compared}>
      <span>{identityValueInWords(compared.field, compared.onRecord)}</span>
      <span className={classes.verdict} data-comparison={compared.comparison}>
        <span aria-hidden>{comparisonSymbols[compared.comparison]}</span>{' '}
        {t(`suspense.comparison.${compared.comparison}`)}
      </span>
    </span>
  )
}
