import { previewOrigin } from './preview-message.ts'

/** How long the preview may take for one answer; a page of a hundred questions takes under two seconds. */
const patienceMilliseconds = 30_000

type Question<Answer> = {
  message: { number: number }
  /** The answer out of what came, or undefined where it is something else. */
  parse: (data: unknown) => Answer | undefined
  signal: AbortSignal
}

let numbers = 0

/** A number that no other question to a preview has. */
export function nextNumber(): number {
  numbers += 1
  return numbers
}

/** Asks a preview and waits for its own answer; rejects when it is called off or takes too long. */
export function askPreview<Answer extends { number: number }>(
  preview: Window,
  { message, parse, signal }: Question<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController()
    const late = setTimeout(() => fail(new Error('The preview does not answer.')), patienceMilliseconds)
    function finish() {
      clearTimeout(late)
      stop.abort()
    }
    function fail(error: Error) {
      finish()
      reject(error)
    }
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== previewOrigin || source !== preview) return
      const answer = parse(data)
      if (answer?.number !== message.number) return
      finish()
      resolve(answer)
    }
    window.addEventListener('message', onMessage, { signal: stop.signal })
    signal.addEventListener('abort', () => fail(new Error('It was called off.')), { signal: stop.signal })
    preview.postMessage(message, previewOrigin)
  })
}
