/** Every queue there is; they are made when the database is migrated, because the application may not. */
export const jobQueues = [
  'send-mail',
  'hold-in-suspense',
  'move-submissions',
  'scan-file',
  'key-people',
  'estimate-matching',
  'score-children',
  'end-resting-forms',
] as const

export type JobQueue = (typeof jobQueues)[number]

/** A job that starts only when the transaction that asked for it was committed. */
export type JobRequest = { queue: JobQueue; data: Record<string, unknown> }
