import { readdirSync, readFileSync } from 'node:fs'

/** Watches the processes that this one starts to inspect files; says how many bytes the greatest of them held. */
export function watchInspections(): { mostBytes(): number; stop(): void } {
  let most = 0
  const timer = setInterval(() => {
    for (const pid of childrenOf(process.pid)) most = Math.max(most, mostBytesOf(pid))
  }, 5)
  return {
    mostBytes() {
      const found = most
      most = 0
      return found
    },
    stop: () => clearInterval(timer),
  }
}

function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    (readQuietly(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter(Boolean),
  )
}

/** The high-water mark of a process that inspects; 0 for every other, also one that has only just split off. */
function mostBytesOf(pid: string): number {
  if (!readQuietly(`/proc/${pid}/cmdline`)?.includes('inspection-process')) return 0
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readQuietly(`/proc/${pid}/status`) ?? '')?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** Undefined when the process is gone meanwhile. */
function readQuietly(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
