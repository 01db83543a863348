import type { JobHandlers } from './jobs/run-job.ts'
import { sendMail } from './mail/send-mail-job.ts'

/** Who does the work of each queue. */
export const jobHandlers: JobHandlers = {
  'send-mail': sendMail,
}
