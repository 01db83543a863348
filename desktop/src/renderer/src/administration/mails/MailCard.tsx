import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useState } from 'react'

import people from '../../people/people.module.css'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { DealWithMail } from './DealWithMail.tsx'
import { aboutInWords, nameOf, outcomeInWords, t, type FailedMail } from './mails-words.ts'
import { SendMailAgain } from './SendMailAgain.tsx'

type MailCardProps = { mail: FailedMail; mayAct: boolean; onDone: () => void }

/** One e-mail that did not arrive: why, what to do, and the two ways to be done with it. */
export function MailCard({ mail, mayAct, onDone }: MailCardProps) {
  const [asking, setAsking] = useState<'again' | 'deal' | undefined>(undefined)
  const acts = mayAct && mail.dealtWith === null
  const again = acts && mail.notAgain === null ? { s: () => setAsking('again') } : {}
  useScreenKeys(acts ? { ...again, d: () => setAsking('deal') } : {})
  const close = () => setAsking(undefined)
  const hasUse = mail.notAgain === null && !isWrongStill(mail)
  return (
    <section aria-label={nameOf(mail)}>
      <Group gap="md" mb="xs">
        <Title order={2} size="h5">
          {nameOf(mail)}
        </Title>
        <StatusMark
          shape={mail.dealtWith ? 'done' : 'warning'}
          word={mail.dealtWith ? t('mails.dealtWith') : outcomeInWords(mail)}
        />
      </Group>
      <dl className={people.facts}>
        {factsOf(mail).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mail.dealtWith === null && <WhatToDo mail={mail} />}
      {acts && (
        <Group gap="sm" mt="sm">
          {mail.notAgain === null && (
            <ActButton act="again" keyName="S" first={hasUse} onClick={() => setAsking('again')} />
          )}
          <ActButton act="deal" keyName="D" first={!hasUse} onClick={() => setAsking('deal')} />
        </Group>
      )}
      {!mayAct && (
        <Text size="sm" mt="sm">
          {t('mails.readOnly')}
        </Text>
      )}
      {asking === 'again' && <SendMailAgain mail={mail} onClose={close} onDone={onDone} />}
      {asking === 'deal' && <DealWithMail mail={mail} onClose={close} onDone={onDone} />}
    </section>
  )
}

/** The account still has the address of which a mail server said that there is none. */
function isWrongStill({ account, address, failure }: FailedMail): boolean {
  return account?.email === address && (failure === 'noSuchMailbox' || failure === 'noSuchDomain')
}

function WhatToDo({ mail }: { mail: FailedMail }) {
  return (
    <>
      <Title order={3} size="h6" mt="sm">
        {t('mails.whatToDo')}
      </Title>
      <Text size="sm" maw={720}>
        {t(mail.account ? `mails.do.${mail.failure}` : 'mails.do.noAccount')}
      </Text>
      {mail.notAgain && mail.account && (
        <Text size="sm" maw={720}>
          {t(`mails.notAgain.${mail.notAgain}`)}
        </Text>
      )}
    </>
  )
}

type ActButtonProps = { act: 'again' | 'deal'; keyName: string; first: boolean; onClick: () => void }

function ActButton({ act, keyName, first, onClick }: ActButtonProps) {
  return (
    <Button
      size="xs"
      variant={first ? 'filled' : 'default'}
      aria-keyshortcuts={keyName.toLowerCase()}
      rightSection={
        <Kbd size="xs" aria-hidden>
          {keyName}
        </Kbd>
      }
      onClick={onClick}
    >
      {t(`mails.${act}`)}
    </Button>
  )
}

function factsOf(mail: FailedMail): (readonly [string, string])[] {
  const { account, address, kind, about, failure, statusCode, createdAt, dealtWith } = mail
  return [
    [t('mails.kind'), t(`mails.kind.${kind}`)],
    [t('mails.about'), aboutInWords(about)],
    [t('mails.address'), address],
    ...(account && account.email !== address ? [[t('mails.addressNow'), account.email] as const] : []),
    [t('mails.phone'), account ? (account.phone ?? '—') : t('mails.noAccount')],
    [t('mails.written'), momentInWords(createdAt)],
    [outcomeInWords(mail), momentInWords(mail.settledAt)],
    [t('mails.why'), t(`mails.failure.${failure}`)],
    ...(statusCode ? [[t('mails.code'), statusCode] as const] : []),
    ...(dealtWith
      ? [
          [
            dealtWith.note === null ? t('mails.sentAgain') : t('mails.dealtWith'),
            t('mails.dealtWithBy', { by: dealtWith.by, when: momentInWords(dealtWith.at) }),
          ] as const,
          ...(dealtWith.note === null ? [] : [[t('mails.dealNote'), dealtWith.note] as const]),
        ]
      : []),
  ]
}
