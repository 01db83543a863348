import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from './run-command.ts'

export type TestCounts = { passed: number; failed: number; skipped: number }

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: {
      fullName: string
      ancestorTitles: string[]
      title: string
      status: string
      duration?: number | null
    }[]
  }[]
}

/** Runs one vitest project, shows its progress, and counts; a file that could not even be loaded counts as failed. */
export async function runVitest(
  project: string,
  environment: Record<string, string>,
  onPassed?: (titles: string[], milliseconds: number) => void,
): Promise<TestCounts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const options = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]
    const { ok } = await runCommand('pnpm', ['exec', 'vitest', ...options], { show: true, environment })
    const report = JSON.parse(await readFile(file, 'utf8')) as Report
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    const failed = report.numFailedTests + unloaded.length
    for (const { assertionResults } of report.testResults) {
      for (const { fullName, ancestorTitles, title, status, duration } of assertionResults) {
        if (status === 'pending' || status === 'skipped') console.log(`skipped  ${fullName}`)
        if (status === 'passed') onPassed?.([...ancestorTitles, title], duration ?? 0)
      }
    }
    // Errors outside of every test (an unhandled rejection) make vitest fail without a failed test.
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && !ok ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch (error) {
    console.log(`The tests of ${project} could not be counted: ${String(error)}`)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
