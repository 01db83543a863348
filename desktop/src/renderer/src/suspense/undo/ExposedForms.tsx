import { sayInvolvement, sayMoment } from '@send/shared/suspense/undo-words'
import type { Exposure } from '@send/shared/suspense/undone-match'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** The forms under the wrong child, with their documents and the involvements they opened. */
export function ExposedForms({ exposure }: { exposure: Exposure }) {
  const { forms, documents, involvements } = exposure
  return (
    <>
      <section>
        <h3>{t('undo.forms')}</h3>
        <ul>
          {forms.map(({ submissionId, reference, title, approved }) => (
            <li key={submissionId}>
              <strong>
                {reference} {title}
              </strong>
              :{' '}
              {approved
                ? t('undo.formApproved', { when: sayMoment(approved.at), by: approved.by })
                : t('undo.formWaiting')}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('undo.documents')}</h3>
        {documents.length === 0 ? (
          <p>{t('undo.noDocuments')}</p>
        ) : (
          <ul>
            {documents.map(({ fileId, name, reference }) => (
              <li key={fileId}>{t('undo.document', { name, reference })}</li>
            ))}
          </ul>
        )}
      </section>
      {involvements.length > 0 && (
        <section>
          <h3>{t('undo.involvements')}</h3>
          <ul>
            {involvements.map((involvement) => (
              <li key={involvement.involvementId}>{sayInvolvement(involvement)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
