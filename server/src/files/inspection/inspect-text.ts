import { isUtf8 } from 'node:buffer'
import { Refusal } from './refusal.ts'

/** How the markup and the scripts begin that some programs run, whatever the file is called. */
const markup =
  /^(<(!doctype|html|head|body|svg|script|iframe|\?xml|\?php|%|\w+:)|#!|\{\\rtf|mime-version:|@echo )/i

/** Refuses what is no plain text from its first to its last byte, or begins like something that is run. */
export function inspectText(bytes: Buffer): void {
  if (!isUtf8(bytes) || bytes.includes(0)) throw new Refusal('wrongKind')
  const start = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  if (markup.test(start)) throw new Refusal('wrongKind')
}
