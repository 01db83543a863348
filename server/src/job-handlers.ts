import type { JobHandlers } from './jobs/run-job.ts'
import { keyPeopleJob } from './people/candidate-keys/key-people-job.ts'
import { sendMail } from './mail/send-mail-job.ts'
import { endRestingForms } from './submissions/end-resting-forms.ts'
import { moveSubmissions } from './submissions/move-submissions.ts'
import { scanFile } from './submissions/scan-file.ts'
import { holdInSuspense } from './suspense/hold-in-suspense.ts'
import { estimateMatching } from './suspense/models/estimate-matching.ts'
import { scoreChildren } from './suspense/score-children.ts'

/** Who does the work of each queue. */
export const jobHandlers: JobHandlers = {
  'send-mail': sendMail,
  'hold-in-suspense': holdInSuspense,
  'move-submissions': moveSubmissions,
  'scan-file': scanFile,
  'key-people': keyPeopleJob,
  'estimate-matching': estimateMatching,
  'score-children': scoreChildren,
  'end-resting-forms': endRestingForms,
}
