/**
 * A submission is one row from the first answer to the chronology. In progress it belongs to its owner
 * alone. Submitting makes it received: nobody changes its answers any more. An officer approves it once
 * its child is settled; then it stands on the chronology as imported. While its child is discarded it is
 * discarded too: it waits for nobody, and nothing of it is deleted.
 */
export const submissionStatuses = ['inProgress', 'received', 'imported', 'discarded'] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]
export type SubmissionAction = 'answer' | 'attach' | 'submit' | 'approve'

/** Status → what may be done, and by whom. */
export const submissionLifecycle = {
  inProgress: { answer: 'owner', attach: 'owner', submit: 'owner' },
  received: { approve: 'manageIncomingForms' },
  imported: {},
  discarded: {},
} as const satisfies Record<
  SubmissionStatus,
  Partial<Record<SubmissionAction, 'owner' | 'manageIncomingForms'>>
>

/** Whether an action is open to anybody in this status. */
export function canOnSubmission(status: SubmissionStatus, action: SubmissionAction): boolean {
  return action in submissionLifecycle[status]
}
