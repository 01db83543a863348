import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import { newId } from '@send/shared/values/ids'

/** A file that was chosen and that the server does not have: it is on its way, or it is said why it is not. */
export type Sending = {
  key: string
  questionId: string
  file: File
  stage: 'sending' | 'notSent' | 'notTaken'
  /** The sentence or the reason; empty while it is on its way. */
  why: string
}

export type FilesView = {
  sendings: readonly Sending[]
  /** What was typed about files and is not kept yet, by the id of the file. */
  words: Readonly<Record<string, string>>
  /** Why what was typed about files could not be kept. */
  failed: string | undefined
}

type Ways = {
  /** Gives the reason why the server does not take it, or null; throws where it did not get there. */
  send: (questionId: string, file: File) => Promise<RefusedReason | null>
  describe: (fileId: string, description: string) => Promise<void>
  /** Has the files of the form asked for again. */
  refresh: () => Promise<void>
  /** Told of a file that did not get there while nobody looks at the form. */
  onUnseen: (name: string) => void
}

export type FileStore = {
  view: () => FilesView
  subscribe: (listener: () => void) => () => void
  add: (questionId: string, files: readonly File[]) => void
  /** Sends once more what did not get there: one file, or all of them. */
  sendAgain: (key?: string) => void
  leaveOut: (key: string) => void
  describe: (fileId: string, description: string) => void
  /** Waits for what is on its way; false when something is not with the server all the same. */
  flush: () => Promise<boolean>
}

const delayMilliseconds = 700
const retryMilliseconds = 5000

/** Whether the server has every file that was chosen, but for those that it did not take, and all that was typed about them. */
export function areFilesKept({ sendings, words }: FilesView): boolean {
  return sendings.every(({ stage }) => stage === 'notTaken') && Object.keys(words).length === 0
}

/** Sends the files of a form one after the other. One that does not get there stays in memory with those behind it. */
export function startSendingFiles({ send, describe, refresh, onUnseen }: Ways): FileStore {
  let view: FilesView = { sendings: [], words: {}, failed: undefined }
  const listeners = new Set<() => void>()
  let running: Promise<void> | undefined
  let writing: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(changes: Partial<FilesView>) {
    view = { ...view, ...changes }
    for (const listener of listeners) listener()
  }

  function mark(keys: readonly string[], stage: Sending['stage'], why: string) {
    const sendings = view.sendings.map((one) => (keys.includes(one.key) ? { ...one, stage, why } : one))
    show({ sendings })
  }

  function drop(key: string) {
    show({ sendings: view.sendings.filter((one) => one.key !== key) })
  }

  function work(): Promise<void> {
    running ??= sendWaiting().finally(() => {
      running = undefined
    })
    return running
  }

  async function sendWaiting(): Promise<void> {
    for (let next = findWaiting(); next; next = findWaiting()) {
      const { key, questionId, file } = next
      try {
        const reason = await send(questionId, file)
        if (reason) mark([key], 'notTaken', reason)
        else {
          await refresh()
          drop(key)
        }
      } catch (error) {
        // Those behind it would not get there either.
        const waiting = view.sendings.filter(({ stage }) => stage === 'sending').map((one) => one.key)
        mark(waiting, 'notSent', error instanceof Error ? error.message : String(error))
      }
      const isLeft = view.sendings.some((one) => one.key === key)
      if (isLeft && listeners.size === 0) onUnseen(file.name)
    }
  }

  function findWaiting(): Sending | undefined {
    return view.sendings.find(({ stage }) => stage === 'sending')
  }

  function write(): Promise<void> {
    clearTimeout(timer)
    writing ??= writeWords().finally(() => {
      writing = undefined
    })
    return writing
  }

  async function writeWords(): Promise<void> {
    // What was typed while the last words were being kept is kept too.
    for (let next = Object.entries(view.words)[0]; next; next = Object.entries(view.words)[0]) {
      const [fileId, description] = next
      try {
        await describe(fileId, description)
        await refresh()
        const { [fileId]: latest, ...others } = view.words
        show({ words: latest === description ? others : view.words, failed: undefined })
      } catch (error) {
        show({ failed: error instanceof Error ? error.message : String(error) })
        // Nobody who has left the form is in the way of who signs in next.
        if (listeners.size > 0) timer = setTimeout(() => void write(), retryMilliseconds)
        return
      }
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(questionId, files) {
      const added = files.map((file): Sending => ({
        key: newId(),
        questionId,
        file,
        stage: 'sending',
        why: '',
      }))
      show({ sendings: [...view.sendings, ...added] })
      void work()
    },
    sendAgain(key) {
      const again = view.sendings.filter((one) => one.stage === 'notSent' && (!key || one.key === key))
      mark(
        again.map((one) => one.key),
        'sending',
        '',
      )
      void work()
      if (view.failed) void write()
    },
    leaveOut: drop,
    describe(fileId, description) {
      show({ words: { ...view.words, [fileId]: description } })
      clearTimeout(timer)
      timer = setTimeout(() => void write(), delayMilliseconds)
    },
    async flush() {
      await Promise.all([write(), work()])
      return areFilesKept(view)
    },
  }
}
