import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'

/** A file that somebody with bad intent, or none, sends. */
export type HostileFile = {
  title: string
  name: string
  content: () => Buffer | Promise<Buffer>
  /** Why it must be refused at the door; null of one that is kept and is harmless as it is kept. */
  reason: RefusedReason | null
}

export function refused(
  reason: RefusedReason,
  title: string,
  name: string,
  content: HostileFile['content'],
): HostileFile {
  return { title, name, content, reason }
}

export function kept(title: string, name: string, content: HostileFile['content']): HostileFile {
  return { title, name, content, reason: null }
}
