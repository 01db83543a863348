import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Print, Printed } from '../../printer.ts'
import type { PaperDocument } from '../../submissions/printing/paper-document.ts'

type PrinterOptions = {
  /** The program that sets copies; another one in tests of what may go wrong. */
  program?: string
  /** How many may wait for the one that is being made. */
  mostWaiting?: number
  /** The most characters of a copy with everything around them. */
  mostCharacters?: number
  /** For how long one copy may keep the press busy. */
  longestMilliseconds?: number
  /** After how long without work the press is ended, and its memory given back. */
  restMilliseconds?: number
}

type Job = { paper: PaperDocument; finish: (printed: Printed) => void }

export type Printer = { print: Print; close: () => void }

/** Makes one copy after the other in a process apart, which holds no secret and is started when it is needed. */
export function createPrinter(options: PrinterOptions = {}): Printer {
  const {
    program = fileURLToPath(new URL('press.ts', import.meta.url)),
    mostWaiting = 10,
    mostCharacters = 2_000_000,
    longestMilliseconds = 30_000,
    restMilliseconds = 60_000,
  } = options
  /** By their content: whoever asks twice for the same copy waits for the same one. */
  const asked = new Map<string, Promise<Printed>>()
  const waiting: Job[] = []
  let atWork: Job | undefined
  let press: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined

  function print(paper: PaperDocument): Promise<Printed> {
    const content = JSON.stringify(paper)
    const known = asked.get(content)
    if (known) return known
    if (content.length > mostCharacters) return Promise.resolve({ outcome: 'tooLong' })
    if (waiting.length >= mostWaiting) return Promise.resolve({ outcome: 'busy' })
    const printed = new Promise<Printed>((finish) => waiting.push({ paper, finish }))
    asked.set(content, printed)
    void printed.then(() => asked.delete(content))
    if (!atWork) goOn()
    return printed
  }

  function goOn(): void {
    atWork = waiting.shift()
    clearTimeout(timer)
    timer = setTimeout(end, atWork ? longestMilliseconds : restMilliseconds, atWork && 'tooLong').unref()
    if (!atWork) return
    press ??= start()
    press.send(atWork.paper)
  }

  function start(): ChildProcess {
    const started = fork(program, {
      // Neither the service credential nor anything else of the portal is known there.
      env: { NODE_ENV: 'production' },
      execArgv: [],
      serialization: 'advanced',
      // What is said there may quote an answer.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.unref()
    started.channel?.unref()
    started.on('message', (pdf: Uint8Array<ArrayBuffer> | undefined) => finish(started, printedOf(pdf)))
    started.on('error', () => finish(started, { outcome: 'failed' }))
    started.on('exit', () => {
      if (press !== started) return
      press = undefined
      finish(started, { outcome: 'failed' })
    })
    return started
  }

  function finish(by: ChildProcess, printed: Printed): void {
    if (!atWork || (press && by !== press)) return
    if (printed.outcome === 'failed') console.error('A copy of a form could not be printed.')
    atWork.finish(printed)
    goOn()
  }

  function end(outcome?: 'tooLong'): void {
    const ended = press
    press = undefined
    // Nothing milder stops it while it is setting.
    ended?.kill('SIGKILL')
    if (ended && outcome) finish(ended, { outcome })
  }

  function close(): void {
    clearTimeout(timer)
    end()
    for (const job of [...waiting.splice(0), ...(atWork ? [atWork] : [])]) job.finish({ outcome: 'failed' })
    atWork = undefined
  }

  return { print, close }
}

function printedOf(pdf: Uint8Array<ArrayBuffer> | undefined): Printed {
  return pdf ? { outcome: 'printed', pdf } : { outcome: 'failed' }
}
