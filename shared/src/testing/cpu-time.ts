type CpuUsage = { user: number; system: number }
/** As Node has it; the package itself knows no Node. */
declare const process: { threadCpuUsage(since?: CpuUsage): CpuUsage }

/**
 * What the work gives, and the milliseconds of processor time that this thread spent on it. Unlike time on the clock
 * it does not grow with what else the machine does, so that a bound on it tells of the work alone.
 */
export function timeOnCpu<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const before = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(before)
  return { result, milliseconds: (user + system) / 1000 }
}
