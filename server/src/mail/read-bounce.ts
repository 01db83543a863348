import { failureOfCode, type MailFailure } from '@send/shared/mail/mail-failures'
import { simpleParser, type ParsedMail } from 'mailparser'

/** A delivery status notification (RFC 3464) about one of our e-mails. */
export type Bounce = {
  mailId: string
  told: 'delivered' | 'delayed' | { failure: MailFailure; code: string }
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}'

/** Reads a message that came to the return address; throws a sentence when it is no report about an e-mail of ours. */
export async function readBounce(message: Buffer): Promise<Bounce> {
  const parsed = await simpleParser(message, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  })
  const report = partOf(parsed, ['message/delivery-status'])
  if (report === undefined)
    throw new Error(
      'This message is no delivery status notification (RFC 3464), perhaps an automatic answer. Nothing was changed.',
    )
  const [about = '', ...recipients] = report.split(/\r?\n\s*\r?\n/)
  const mailId = findMailId(parsed, about)
  if (mailId === undefined)
    throw new Error(
      'The message names none of our e-mails. Set MAIL_RETURN_PATH to an address whose plus addresses arrive here.',
    )
  return { mailId, told: toldOf(recipients) }
}

/** Our e-mails have one recipient each, so one group of fields is all there is. */
function toldOf(recipients: string[]): Bounce['told'] {
  const fields = recipients.find((group) => fieldOf(group, 'action') !== undefined) ?? ''
  const action = fieldOf(fields, 'action')?.toLowerCase()
  const code = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fieldOf(fields, 'status') ?? '')?.[0] ?? ''
  switch (action) {
    case 'failed':
      return { failure: failureOfCode(code), code }
    case 'delivered':
      return 'delivered'
    case 'delayed':
    case 'relayed':
    case 'expanded':
      return 'delayed'
    default:
      throw new Error('The report does not say what became of the e-mail (Action). Nothing was changed.')
  }
}

/** By the return address, by the envelope’s id, or by the message id in the headers that came back. */
function findMailId(parsed: ParsedMail, aboutMessage: string): string | undefined {
  const arrived = parsed.headerLines
    .filter(({ key }) => ['delivered-to', 'x-original-to', 'to'].includes(key))
    .map(({ line }) => new RegExp(String.raw`\+(${uuid})@`, 'i').exec(line)?.[1])
    .find((found) => found !== undefined)
  const envelope = new RegExp(`^(${uuid})$`, 'i').exec(
    fieldOf(aboutMessage, 'original-envelope-id') ?? '',
  )?.[1]
  const returned = partOf(parsed, ['text/rfc822-headers', 'message/rfc822']) ?? ''
  const [headers = ''] = returned.split(/\r?\n\s*\r?\n/)
  const messageId = new RegExp(`^<(${uuid})@`, 'i').exec(fieldOf(headers, 'message-id') ?? '')?.[1]
  return (arrived ?? envelope ?? messageId)?.toLowerCase()
}

function partOf({ attachments }: ParsedMail, types: string[]): string | undefined {
  return attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8')
}

/** The value of a field of a header, which may go on in lines that begin with a blank. */
function fieldOf(group: string, name: string): string | undefined {
  const unfolded = group.replace(/\r?\n[ \t]+/g, ' ')
  const line = unfolded.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim()
}
