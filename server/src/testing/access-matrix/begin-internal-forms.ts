import type { AccessEntry, AccessList } from '@send/shared/accounts/access-list'
import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { internalForms } from '../../chronology/internal-forms/tables.ts'
import { submissionFiles } from '../../submissions/tables.ts'
import { buildInternalForm } from '../build-internal-form.ts'
import type { BuiltSession } from '../build-sessions.ts'
import type { TestServer } from '../test-server.ts'

type KnownRelation = 'own' | 'shared' | 'unshared' | 'foreign'
type Begun = {
  formId: string
  personId: string
  internalFormId: string
  fileQuestionId: string
  fileId: string
}

/** An unfinished form of staff on each of the children, under a list in that relation to the officer. */
export async function beginInternalForms(
  server: TestServer,
  cast: { officer: BuiltSession; builder: BuiltSession; people: Record<KnownRelation, { personId: string }> },
): Promise<Record<KnownRelation, Begun>> {
  const { officer, builder, people } = cast
  const byName: AccessEntry['subject'] = { kind: 'user', id: officer.userId }
  const byGroup: AccessEntry['subject'] = { kind: 'group', id: officer.groupIds[0] ?? '' }
  const others: AccessEntry['subject'] = { kind: 'group', id: builder.groupIds[0] ?? '' }
  const lists: Record<KnownRelation, AccessList> = {
    own: { entries: [say('allow', byName)] },
    shared: { entries: [say('allow', byGroup)] },
    unshared: { entries: [say('allow', byGroup), say('deny', byName)] },
    foreign: { entries: [say('allow', others)] },
  }
  const begin = async (relation: KnownRelation): Promise<Begun> => {
    const file = buildQuestion('file', { required: false })
    const pages = [buildPage([buildQuestion('shortText', { required: false }), file])]
    const { formId } = await buildInternalForm(server, {
      by: builder.userId,
      accessList: lists[relation],
      versions: [{ pages, effectiveFrom: '2026-01-01' }],
    })
    const { personId } = people[relation]
    const internalFormId = newId()
    const now = server.clock.now()
    const by = { startedBy: builder.userId, startedAt: now, changedBy: builder.userId, changedAt: now }
    await server.ownerDatabase.insert(internalForms).values({
      id: internalFormId,
      formId,
      formVersion: 1,
      personId,
      status: 'unfinished',
      revision: 1,
      ...by,
    })
    const [fileId, fileQuestionId] = [newId(), file.id]
    await server.ownerDatabase.insert(submissionFiles).values({
      id: fileId,
      internalFormId,
      questionId: fileQuestionId,
      name: 'letter.pdf',
      mediaType: 'application/pdf',
      size: 100,
      state: 'refused',
      refusal: 'malware',
      uploadedAt: now,
    })
    return { formId, personId, internalFormId, fileQuestionId, fileId }
  }
  return {
    own: await begin('own'),
    shared: await begin('shared'),
    unshared: await begin('unshared'),
    foreign: await begin('foreign'),
  }
}

function say(effect: AccessEntry['effect'], subject: AccessEntry['subject']): AccessEntry {
  return { effect, subject, rights: ['read', 'write', 'delete'] }
}
