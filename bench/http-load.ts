import { Agent, request } from 'node:http'

export type Call = { url: string; headers?: Record<string, string>; body?: unknown }
type Answer = { status: number; body: Buffer; firstByteMilliseconds: number }

/** Keeps connections open, as the portal and a browser do. */
export function openConnections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most })
}

/** One call over a kept connection. A body is posted as JSON. Throws for an answer other than 200. */
export function send(agent: Agent, { url, headers = {}, body }: Call): Promise<Answer> {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const posted = json === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const started = performance.now()
    let firstByteMilliseconds = 0
    const options = { agent, method: json === undefined ? 'GET' : 'POST', headers: { ...posted, ...headers } }
    const asked = request(url, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => {
        firstByteMilliseconds ||= performance.now() - started
        chunks.push(chunk)
      })
      response.once('error', reject)
      response.once('end', () => {
        const [status, answer] = [response.statusCode ?? 0, Buffer.concat(chunks)]
        if (status === 200) resolve({ status, body: answer, firstByteMilliseconds })
        else
          reject(new Error(`${new URL(url).pathname} answered ${status}: ${answer.toString().slice(0, 300)}`))
      })
    })
    asked.once('error', reject)
    asked.end(json)
  })
}

type Tasks = (() => Promise<unknown>)[]

/** Works through the tasks, so many at once, and tells how many were done in a second. */
export async function ratePerSecond(tasks: Tasks, atOnce: number): Promise<number> {
  const started = performance.now()
  await workThrough(tasks, atOnce)
  return tasks.length / ((performance.now() - started) / 1000)
}

/** Works through the tasks, so many at once, and tells the milliseconds that each took. */
export async function timesOf(tasks: Tasks, atOnce: number): Promise<number[]> {
  const times: number[] = []
  const timed = tasks.map((task) => async () => {
    const started = performance.now()
    await task()
    times.push(performance.now() - started)
  })
  await workThrough(timed, atOnce)
  return times
}

async function workThrough(tasks: Tasks, atOnce: number): Promise<void> {
  const waiting = tasks.values()
  const workers = Array.from({ length: atOnce }, async () => {
    for (const task of waiting) await task()
  })
  await Promise.all(workers)
}
