import type { MailMessage } from './mail.ts'

/**
 * The same words as a small page, for programs that show one: paragraphs, and links that can be pressed. Whatever stands
 * in the message is text, also where it looks like markup.
 */
export function mailAsHtml({ subject, text, language }: MailMessage): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineAsHtml).join('<br>')}</p>`)
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    '<body style="font: 16px/1.5 Arial, sans-serif; max-width: 38em">',
    ...paragraphs,
    '</body></html>',
  ].join('\n')
}

function lineAsHtml(line: string): string {
  const written = escape(line)
  return /^https?:\/\/\S+$/.test(line) ? `<a href="${written}">${written}</a>` : written
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
