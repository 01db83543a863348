import { buildPage } from './build-pdf.ts'
import { buildZip } from './build-zip.ts'
import { kept, refused, type HostileFile } from './hostile-file.ts'

const report = () => buildPage()
const program = () => Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(500)])
const text = (content: string) => () => Buffer.from(content)

/** Names that lead elsewhere or say something else, and files of kinds that nobody asked for. */
export const hostileNames: HostileFile[] = [
  kept('a path', '../../../../etc/passwd.pdf', report),
  kept('a path with signs for its signs', '..%2f..%2fetc%2fpasswd.pdf', report),
  kept('a path of another system', 'C:\\\\Windows\\\\System32\\\\report.pdf', report),
  kept('a stream of another system', 'report.pdf:evil.exe:$DATA.pdf', report),
  kept('the name of a device', 'con.pdf', report),
  kept('a double extension', 'report.exe.pdf', report),
  kept('letters from right to left', 'report\u202efdp.exe.pdf', report),
  kept('letters without width', 're\u200bport\ufeff.pdf', report),
  kept('three hundred characters', `${'r'.repeat(296)}.pdf`, report),
  kept('a name that ends a header', 'a; filename=evil.html.pdf', report),
  kept('marks of the web', '<img src=x onerror=alert(1)>.pdf', report),
  kept('a name of three scripts and a picture', 'Ŵyn تقرير 报告 🌈.pdf', report),
  refused('notWhatItSays', 'no extension', 'report', report),
  refused('notWhatItSays', 'a PDF that calls itself a program', 'report.pdf.exe', report),
  refused('notWhatItSays', 'a PDF that calls itself a page', 'report.html', report),
  refused('notWhatItSays', 'an extension behind a dot', 'report.pdf.', report),
  refused('notWhatItSays', 'an extension behind a NUL', 'report.pdf\u0000.exe', report),
  refused('empty', 'nothing in it', 'empty.pdf', text('')),
  refused('wrongKind', 'a program that calls itself PDF', 'report.pdf', program),
  refused('wrongKind', 'a program of Linux', 'report.docx', () =>
    Buffer.from('\u007fELF\u0002\u0001\u0001\u0000\u0000', 'latin1'),
  ),
  refused('wrongKind', 'a script', 'report.txt', text('#!/bin/sh\nrm -rf ~\n')),
  refused('wrongKind', 'a batch file', 'report.txt', text('@echo off\r\nformat c:\r\n')),
  refused('wrongKind', 'a page of the web', 'report.txt', text('<!doctype html><script>alert(1)</script>')),
  refused(
    'wrongKind',
    'a page of the web behind spaces',
    'report.txt',
    text(`${' \n'.repeat(900)}<html><body onload=alert(1)>`),
  ),
  refused(
    'wrongKind',
    'a drawing with a script (SVG)',
    'report.txt',
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ),
  refused(
    'wrongKind',
    'a drawing as XML',
    'drawing.txt',
    text('<?xml version="1.0"?><svg onload="alert(1)"/>'),
  ),
  refused('notWhatItSays', 'a drawing under its own name', 'drawing.svg', text('<svg onload="alert(1)"/>')),
  refused('notWhatItSays', 'a page under its own name', 'page.html', text('<html><script>alert(1)</script>')),
  refused('wrongKind', 'a script of a server', 'report.txt', text('<?php system($_GET[0]); ?>')),
  refused('wrongKind', 'a text with pictures (RTF)', 'report.txt', text('{\\rtf1{\\object\\objocx}}')),
  refused(
    'wrongKind',
    'a page with all its parts (MHTML)',
    'report.txt',
    text('MIME-Version: 1.0\nContent-Type: multipart/related'),
  ),
  refused(
    'wrongKind',
    'a NUL far behind the start of a text',
    'report.txt',
    text(`${'a'.repeat(10_000)}\u0000`),
  ),
  refused('wrongKind', 'letters that are none, far behind the start', 'report.txt', () =>
    Buffer.concat([Buffer.from('a'.repeat(10_000)), Buffer.from([0xc3, 0x28])]),
  ),
  refused('notWhatItSays', 'a shortcut', 'report.url', text('[InternetShortcut]\nURL=http://203.0.113.9/')),
  refused('wrongKind', 'a packed archive', 'report.pdf', () =>
    Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
  ),
  refused('wrongKind', 'an archive', 'report.zip', () => buildZip([{ name: 'a.txt', content: 'x' }])),
  kept('a formula at the start of a text', 'report.txt', text('=HYPERLINK("http://203.0.113.9/")')),
]
