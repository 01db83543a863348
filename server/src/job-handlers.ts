import type { JobHandlers } from './jobs/run-job.ts'
import { sendMail } from './mail/send-mail-job.ts'
import { endRestingForms } from './submissions/end-resting-forms.ts'
import { moveSubmissions } from './submissions/move-submissions.ts'
import { scanFile } from './submissions/scan-file.ts'
import { holdInSuspense } from './suspense/hold-in-suspense.ts'

/** Who does the work of each queue. */
export const jobHandlers: JobHandlers = {
  'send-mail': sendMail,
  'hold-in-suspense': holdInSuspense,
  'move-submissions': moveSubmissions,
  'scan-file': scanFile,
  'end-resting-forms': endRestingForms,
}
