import { formatDate } from '@send/shared/values/plain-date'
import type { ServerOutputs } from '../api.ts'
import { PageBody } from '../PageBody.tsx'
import { Button } from '../design/Button.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { usePortal } from '../use-portal.ts'
import type { PostedList } from './read-list.ts'

type ReadList = Extract<ServerOutputs['addedChildren']['check'], { outcome: 'checked' }>
type Line = ReadList['lines'][number]
type Checked = PostedList &
  Pick<ReadList, 'lines' | 'unknownColumns'> & {
    /** It was confirmed before, and then something else would have been added. */
    changed: boolean
  }

type CheckedListProps = {
  checked: Checked
  schools: ServerOutputs['addedChildren']['listMine']['schools']
  idempotencyKey: string
}

/** Every line of a list: what cannot be added first, because that is to be mended. */
export function CheckedList({ checked, schools, idempotencyKey }: CheckedListProps) {
  const { t } = usePortal()
  const { lines, unknownColumns, organisationId, content, changed } = checked
  const toAdd = lines.filter(({ outcome }) => outcome === 'add')
  return (
    <PageBody
      title={t('portal.list.checkTitle')}
      caption={schools.find((school) => school.organisationId === organisationId)?.name}
      back="/children/add-several"
      problems={changed ? [{ href: '#confirm', message: t('portal.list.changed') }] : []}
    >
      <InsetText>{t('portal.list.nothingYet')}</InsetText>
      {unknownColumns.length > 0 ? (
        <p className="govuk-body send-break">
          {t('portal.list.unknownColumns', { columns: unknownColumns.join(', ') })}
        </p>
      ) : null}
      <Lines of={lines} outcome="refused" heading="portal.list.refused" text="portal.list.refusedText" />
      <Lines of={lines} outcome="known" heading="portal.list.known" text="portal.list.knownText" />
      <Lines of={lines} outcome="add" heading="portal.list.toAdd" />
      <div id="confirm" tabIndex={-1}>
        {toAdd.length === 0 ? (
          <p className="govuk-body">{t('portal.list.noneToAdd')}</p>
        ) : (
          <form method="post" action="/children/add-several">
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <input type="hidden" name="organisationId" value={organisationId} />
            <input type="hidden" name="content" value={content} />
            <input type="hidden" name="confirmed" value={toAdd.length} />
            <p className="govuk-body">{t('portal.list.declare')}</p>
            <Button>{t('portal.list.add', { count: toAdd.length })}</Button>
          </form>
        )}
        <p className="govuk-body">
          <a className="govuk-link" href="/children/add-several">
            {t('portal.list.another')}
          </a>
        </p>
      </div>
    </PageBody>
  )
}

type LinesProps = {
  of: Line[]
  outcome: Line['outcome']
  heading: 'portal.list.refused' | 'portal.list.known' | 'portal.list.toAdd'
  text?: 'portal.list.refusedText' | 'portal.list.knownText'
}

function Lines({ of: all, outcome, heading, text }: LinesProps) {
  const { t } = usePortal()
  const lines = all.filter((line) => line.outcome === outcome)
  if (lines.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t(heading, { count: lines.length })}</h2>
      {text ? <p className="govuk-body">{t(text)}</p> : null}
      <SummaryList
        rows={lines.map((line) => ({
          key: String(line.line),
          name: t('portal.list.line', { line: line.line }),
          value: <OneLine line={line} />,
        }))}
      />
    </section>
  )
}

function OneLine({ line }: { line: Line }) {
  const { t, language } = usePortal()
  const { givenNames, familyName, dateOfBirth, refusals, sameAs, read } = line
  const name = `${givenNames} ${familyName}`.trim() || t('portal.list.noName')
  const details = [read?.sex && t(`values.${read.sex}`), read?.upn, read?.postcode].filter(Boolean)
  return (
    <>
      <span className="send-break">
        {t('portal.list.born', {
          name,
          birth: read ? formatDate(read.dateOfBirth, language) : dateOfBirth || '–',
        })}
      </span>
      {details.length > 0 ? <div className="send-break">{details.join(', ')}</div> : null}
      {refusals.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {refusals.map((refusal) => (
            <li key={refusal}>{t(`portal.list.refusal.${refusal}`, { line: sameAs ?? '' })}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
