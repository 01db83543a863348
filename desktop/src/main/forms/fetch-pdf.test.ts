import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'

import { fetchPdf } from './fetch-pdf.ts'

let portal: Server | undefined

afterEach(() => void portal?.close())

async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  portal = server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/forms/one/blank.pdf`
}

test('SR-493: a PDF is taken, and nothing that says who asks goes along', async () => {
  let asked: string[] = []
  const address = await answering((request, response) => {
    asked = Object.keys(request.headers)
    response.setHeader('content-type', 'application/pdf').end('%PDF-1.7 and more')
  })
  expect((await fetchPdf(address))?.toString()).toBe('%PDF-1.7 and more')
  expect(asked).not.toContain('authorization')
  expect(asked).not.toContain('cookie')
})

test.each<[string, RequestListener]>([
  ['a page', (_, response) => void response.setHeader('content-type', 'text/html').end('%PDF-')],
  [
    'bytes of another kind',
    (_, response) => void response.setHeader('content-type', 'application/pdf').end('MZ'),
  ],
  [
    'a refusal',
    (_, response) => void response.writeHead(503, { 'content-type': 'application/pdf' }).end('%PDF-'),
  ],
  ['a way to somewhere else', (_, response) => void response.writeHead(302, { location: '/sign-in' }).end()],
])('SR-493: %s is not taken for a PDF', async (_what, listener) => {
  expect(await fetchPdf(await answering(listener))).toBeUndefined()
})

test('where no portal answers, nothing is taken', async () => {
  const address = await answering(() => {})
  await new Promise((resolve) => portal?.close(resolve))
  expect(await fetchPdf(address)).toBeUndefined()
})
