import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { DateInput } from '../design/DateInput.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { Radios } from '../design/Radios.tsx'
import { Textarea } from '../design/Textarea.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { usePortal } from '../use-portal.ts'
import { claimRelations, type ClaimProblem, type TypedClaim } from './read-claim.ts'

export type TellUsFormProps = {
  typed: TypedClaim
  problems: ClaimProblem[]
  idempotencyKey: string
  /** The session had ended before it was sent: what was typed is shown once more. */
  again?: boolean
}

/** Who the child is, who the person is to it and how that can be checked; posts to its page from wherever it is shown. */
export function TellUsForm({ typed, problems: given, idempotencyKey, again }: TellUsFormProps) {
  const { t, face } = usePortal()
  const relations = claimRelations(face)
  const problems = given.map(({ part, key }) => ({ part, message: t(key) }))
  const problemOf = (part: keyof TypedClaim) => problems.find((problem) => problem.part === part)?.message
  const common = (part: keyof TypedClaim) => ({
    id: part,
    error: problemOf(part),
    errorPrefix: t('portal.error.prefix'),
  })
  return (
    <PageBody
      title={t('portal.claim.title')}
      back="/children"
      problems={problems.map(({ part, message }) => ({
        href: part === 'dateOfBirth' ? '#dateOfBirth.day' : `#${part}`,
        message,
      }))}
    >
      {again ? <InsetText>{t('portal.claim.checkAndSend')}</InsetText> : null}
      <p className="govuk-body">{t('portal.claim.text')}</p>
      <form method="post" action="/children/tell-us" noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {relations.length === 1 ? (
          // A question with one answer is none.
          <input type="hidden" name="relation" value={relations[0]} />
        ) : (
          <Radios
            {...common('relation')}
            name="relation"
            legend={t('portal.claim.relation')}
            options={relations.map((value) => ({ value, label: t(`portal.claim.relation.${value}`) }))}
            value={typed.relation}
          />
        )}
        <TextInput
          {...common('givenNames')}
          name="givenNames"
          label={t('portal.child.givenNames')}
          value={typed.givenNames}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          {...common('familyName')}
          name="familyName"
          label={t('portal.child.familyName')}
          value={typed.familyName}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <DateInput
          {...common('dateOfBirth')}
          name="born"
          legend={t('portal.child.dateOfBirth')}
          labels={{
            day: t('portal.forms.day'),
            month: t('portal.forms.month'),
            year: t('portal.forms.year'),
          }}
          hint={t('portal.forms.dateHint')}
          value={typed.dateOfBirth}
        />
        <Textarea
          {...common('evidence')}
          name="evidence"
          label={t('portal.claim.evidence')}
          hint={t(face === 'professional' ? 'portal.claim.evidenceHintAtWork' : 'portal.claim.evidenceHint')}
          value={typed.evidence}
          rows={4}
        />
        <Button>{t('portal.claim.send')}</Button>
      </form>
    </PageBody>
  )
}
