import type { Answers } from '@send/shared/forms/answers'
import { findPage, type FormDefinition } from '@send/shared/forms/form-definition'
import type { FileSettings } from '@send/shared/submissions/file-settings'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import type { Offer } from '@send/shared/submissions/offers/list-offers'
import { keptUntil } from '@send/shared/submissions/keeping-periods'
import type { PlainDate } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { getFileSettings } from '../files/file-settings.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { getOwnSubmission } from './find-own-submission.ts'
import { getKeepingPeriods } from './keeping-periods.ts'
import { dueOn, senderStatus, type SenderStatus } from './list-own-submissions.ts'
import { listPageOffers } from './offers/list-page-offers.ts'
import { isEverShared } from './sharing/is-ever-shared.ts'
import { listAside, type Aside } from './aside-answers.ts'
import { listUnfinished, type UnfinishedFile } from './uploads/list-unfinished.ts'
import { gatherAnswers, gatherSources, listAnswers, listFiles, type ListedFile } from './read-answers.ts'

export type Receipt = {
  reference: string
  submittedAt: string
  receivedOn: string
  decisionDueOn: string | null
}

export type OwnSubmissionDetails = {
  submissionId: string
  status: SenderStatus
  formId: string
  version: number
  answers: Answers
  /** Where the answers came from that were confirmed, by question. */
  sources: Record<string, AnswerSource>
  /** What is offered on the page that was asked for, and is no part of the form. */
  offers: Offer[]
  files: ListedFile[]
  /** What did not arrive in full; nothing of a form that was sent. */
  unfinishedFiles: UnfinishedFile[]
  /** How large a file may be, and all files together, whatever the questions allow. */
  fileLimits: Pick<FileSettings, 'fileMegabytes' | 'formMegabytes'>
  changedAt: string
  /** The last day on which it is kept unless its owner goes on with it; null once it is sent. */
  keptUntil: PlainDate | null
  /** What became of it when a new version of its form was published; null when it is on its first version. */
  moved: { at: string; pagesToReview: string[]; aside: Aside[] } | null
  receipt: Receipt | null
  /** Whether anybody else ever worked on it. */
  isShared: boolean
}

/**
 * One of the asker's forms with everything that was typed; its questions are asked for by themselves. Of one page it is
 * said what is offered there.
 */
export async function getOwnSubmissionDetails(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
  pageId?: string,
): Promise<OwnSubmissionDetails> {
  const [submission, files, unfinishedFiles, rows, settings, periods, isShared] = await Promise.all([
    getOwnSubmission(ctx, submissionId),
    listFiles(ctx, submissionId),
    listUnfinished(ctx, submissionId),
    listAnswers(ctx, submissionId),
    getFileSettings(ctx.tx),
    getKeepingPeriods(ctx.tx),
    isEverShared(ctx, submissionId),
  ])
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  await ctx.audit({ action: 'submissions.getMine', objectKind: 'submission', objectId: submissionId })
  const answers = gatherAnswers(definition, rows, files)
  const page = pageId === undefined ? undefined : findPage(definition, pageId)
  const { fileMegabytes, formMegabytes } = settings
  const { reference, submittedAt, receivedOn } = submission
  const sent = reference && submittedAt && receivedOn
  return {
    submissionId,
    status: senderStatus(submission.status),
    formId: submission.formId,
    version: submission.formVersion,
    answers,
    sources: gatherSources(rows),
    offers: page ? await listPageOffers(ctx, { submission, definition, page, answers }) : [],
    files,
    unfinishedFiles: submission.status === 'inProgress' ? unfinishedFiles : [],
    fileLimits: { fileMegabytes, formMegabytes },
    changedAt: submission.changedAt.toISOString(),
    keptUntil: submission.status === 'inProgress' ? keptUntil(submission, periods, ctx.now()) : null,
    moved: submission.movedAt && {
      at: submission.movedAt.toISOString(),
      pagesToReview: submission.pagesToReview ?? [],
      aside: await listAside(ctx, submission),
    },
    isShared,
    receipt: sent
      ? {
          reference,
          submittedAt: submittedAt.toISOString(),
          receivedOn,
          decisionDueOn: dueOn(definition.purpose, submission),
        }
      : null,
  }
}

export type OwnForm = { formId: string; version: number; definition: Omit<FormDefinition, 'accessList'> }

/** What one of the asker's forms asks; who may read it later is not told. It is the same in every form of its version. */
export async function getOwnForm(ctx: ProcedureContext<Actor>, submissionId: string): Promise<OwnForm> {
  const { formId, formVersion: version } = await getOwnSubmission(ctx, submissionId)
  const { accessList: _, ...definition } = await getFormVersion(ctx, formId, version)
  return { formId, version, definition }
}
