import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { registerAndLoseAll } from '../../e2e/access-steps.ts'
import {
  fillPage,
  registerParent,
  sendForm,
  startForm,
  untilSent,
  type ChildTyped,
} from '../../e2e/portal-steps.ts'
import type { Stack } from '../stack.ts'
import type { SampleFamily } from './sample-family.ts'

const requestTitle = 'Request an EHC needs assessment'
const viewsTitle = 'Your views (section A)'
const [wide, phone] = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
]

/** What a parent might write, by the beginning of the question. */
const words: [question: string, answer: string][] = [
  ['What does your child like to be called', 'Mimi'],
  ['Which languages are spoken', 'English and Urdu'],
  ['Your telephone number', '0113 496 0142'],
  ['Which school', 'Elm Primary School'],
  ['How many days of school', '11'],
  [
    'What does your child find difficult',
    'Noise and sudden changes. Mornings before school often end in tears.',
  ],
  ['What is your child good at', 'Drawing, building with bricks, and knowing every bus route in the city.'],
  ['How old was your child', '3'],
  ['Tell us about the diagnosis', 'Autism, in March. We are waiting for the report.'],
  ['Who are the doctors', 'Dr Ellis, community paediatrician'],
  ['What help has been tried', 'A quiet corner and picture timetables. It helped a little in the mornings.'],
  ['How many hours of extra help', '4'],
  ['What help do you think', 'A teaching assistant who knows autism, and somewhere calm at lunch.'],
  ['What do you hope your child can do', 'Be happy at school and have one good friend.'],
  ['What does your child say', '“I like it when Miss Amin sits with me.”'],
  ['Is there anything else', 'Please write to us by e-mail: phone calls are hard at work.'],
  ['What is a good day', 'A slow breakfast, the park, and nobody in a hurry.'],
  ['What is a hard day', 'A supply teacher, rain at playtime, and a loud bus home.'],
  ['What does your child hope', 'To look after the class tortoise.'],
  ['What do you hope for', 'That school stops being a fight.'],
]

/** Walks the portal as a parent who sends three forms, and takes its pictures; another parent asks for a recovery. */
export async function takePortalScreens(
  browser: Browser,
  stack: Stack,
  { folder, family }: { folder: string; family: SampleFamily },
): Promise<void> {
  const letter = path.join(path.dirname(folder), 'Letter from Dr Ellis.pdf')
  await writeFile(letter, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const context = await browser.newContext({ baseURL: stack.citizenOrigin, viewport: wide })
  const page = await context.newPage()
  const shoot = (name: string) =>
    page.screenshot({ path: path.join(folder, `portal-${name}.png`), fullPage: true })
  const onPhone = async (name: string) => {
    await page.setViewportSize(phone)
    await shoot(`${name}-320`)
    await page.setViewportSize(wide)
  }

  await page.goto('/')
  await shoot('home')
  await onPhone('home')
  await page.goto('/register')
  await shoot('register')
  await registerParent(page, stack.mailFolder, family.parent)

  await startForm(page, requestTitle)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await shoot('form-errors')
  await onPhone('form-errors')
  await fillForm(page, { child: family.known.typed, letter })
  await shoot('check')
  await onPhone('check')
  await sendForm(page)
  await shoot('receipt')
  await onPhone('receipt')
  await page.getByRole('link', { name: 'See how it is going' }).click()
  await page.getByText('Decision due by').waitFor()
  await shoot('progress')

  for (const child of [family.moved.typed, family.stranger.typed]) {
    await startForm(page, viewsTitle)
    await fillForm(page, { child })
    await sendForm(page)
  }
  await startForm(page, requestTitle)
  await page.goto('/')
  await shoot('home-signed-in')
  await onPhone('home-signed-in')
  await context.close()
  const another = await browser.newContext({ baseURL: stack.citizenOrigin, viewport: wide })
  await registerAndLoseAll(await another.newPage(), stack.mailFolder, family.lost)
  await another.close()
}

async function fillForm(
  page: Page,
  { child, letter }: { child: ChildTyped; letter?: string },
): Promise<void> {
  while (!page.url().endsWith('/check')) {
    await fillPage(page, { child, ...(letter === undefined ? {} : { file: letter }) })
    for (const [question, answer] of words) {
      const box = page.getByRole('textbox', { name: question })
      if ((await box.count()) > 0) await box.fill(answer)
    }
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await untilSent(page)
    const problem = page.getByRole('heading', { name: 'There is a problem' })
    if ((await problem.count()) > 0) throw new Error(await page.locator('.govuk-error-summary').innerText())
  }
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
}
