import { mostAddedBytes, mostAddedLines } from '@send/shared/suspense/added-children'
import { formatDate } from '@send/shared/values/plain-date'
import type { ServerOutputs } from '../api.ts'
import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { Details } from '../design/Details.tsx'
import { FileInput } from '../design/FileInput.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { NotificationBanner } from '../design/NotificationBanner.tsx'
import { Radios } from '../design/Radios.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { Textarea } from '../design/Textarea.tsx'
import { dayOf } from '../submissions/times.ts'
import { usePortal } from '../use-portal.ts'
import type { ListProblem } from './read-list.ts'

type Mine = ServerOutputs['addedChildren']['listMine']
type AddSeveralFormProps = Mine & {
  /** How many were added a moment ago. */
  justAdded: number | undefined
  problem: ListProblem | undefined
  pasted: string
}

const limits = { lines: mostAddedLines, kilobytes: mostAddedBytes / 1024 }
const example = `given_names,family_name,date_of_birth,sex,postcode
Amira,Khan,14/02/2014,F,LS8 4AB
Siôn,Rees,2015-09-01,M,`

/** A list of children as a file or as text, with its limits first; below it, whom the school has added. */
export function AddSeveralForm({ schools, added, justAdded, problem: given, pasted }: AddSeveralFormProps) {
  const { t } = usePortal()
  const problem = given && { ...given, message: t(given.key, limits) }
  const errorOf = (part: ListProblem['part']) => (problem?.part === part ? problem.message : undefined)
  const errorPrefix = t('portal.error.prefix')
  const [only] = schools
  return (
    <PageBody
      title={t('portal.list.title')}
      caption={schools.length === 1 ? only?.name : undefined}
      back="/children"
      problems={problem ? [{ href: `#${problem.part}`, message: problem.message }] : []}
    >
      {justAdded === undefined ? null : (
        <NotificationBanner title={t('portal.success')}>
          {t('portal.list.added', { count: justAdded })}
        </NotificationBanner>
      )}
      {only ? (
        <>
          <p className="govuk-body">{t('portal.list.limits', limits)}</p>
          <p className="govuk-body send-break">{t('portal.list.shape')}</p>
          <Details summary={t('portal.list.example')}>
            <pre className="govuk-body-s send-example">{example}</pre>
          </Details>
          <form method="post" encType="multipart/form-data" action="/children/add-several" noValidate>
            {schools.length === 1 ? (
              <input type="hidden" name="organisationId" value={only.organisationId} />
            ) : (
              <Radios
                id="organisationId"
                name="organisationId"
                legend={t('portal.list.school')}
                strong
                errorPrefix={errorPrefix}
                error={errorOf('organisationId')}
                options={schools.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
              />
            )}
            <FileInput
              id="file"
              name="file"
              label={t('portal.list.file')}
              hint={t('portal.list.fileHint')}
              accept=".csv,.txt,text/csv,text/plain"
              errorPrefix={errorPrefix}
              error={errorOf('file')}
            />
            <Textarea
              id="pasted"
              name="pasted"
              label={t('portal.list.paste')}
              hint={t('portal.list.pasteHint')}
              errorPrefix={errorPrefix}
              error={errorOf('pasted')}
              value={pasted}
            />
            <Button>{t('portal.list.check')}</Button>
          </form>
        </>
      ) : (
        <InsetText>{t('portal.list.noSchool')}</InsetText>
      )}
      <AddedBefore added={added} />
    </PageBody>
  )
}

function AddedBefore({ added }: Pick<Mine, 'added'>) {
  const { t, language } = usePortal()
  if (added.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('portal.list.before')}</h2>
      <SummaryList
        rows={added.map(({ givenNames, familyName, dateOfBirth, addedAt, by }) => ({
          key: `${givenNames} ${familyName} ${dateOfBirth}`,
          name: `${givenNames} ${familyName}, ${formatDate(dateOfBirth, language)}`,
          value: t('portal.list.beforeBy', { day: dayOf(addedAt, language), by }),
        }))}
      />
    </section>
  )
}
