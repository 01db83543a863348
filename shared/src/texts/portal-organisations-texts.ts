import type { Catalogue } from './language.ts'

/** Professionals: where they belong, what leads do, and invitations; with the messages that speak of them. */
export const portalOrganisationsTexts = {
  'portal.org.title': { en: 'Your organisations', cy: 'Eich sefydliadau' },
  'portal.org.home': {
    en: 'See where you belong and whether we have verified you',
    cy: 'Gweld ble rydych yn perthyn ac a ydym wedi eich gwirio',
  },
  'portal.org.whatItMeans': { en: 'What that means', cy: 'Beth mae hynny’n ei olygu' },
  'portal.org.homeNone': {
    en: 'You do not belong to a school, team or service yet. Join yours: search for it and ask, or open the link of an invitation that was sent to you.',
    cy: 'Nid ydych yn perthyn i ysgol, tîm na gwasanaeth eto. Ymunwch â’ch un chi: chwiliwch amdano a gofyn, neu agorwch ddolen gwahoddiad a anfonwyd atoch.',
  },
  'portal.org.homeByInvitation': {
    en: 'You do not belong to a school, team or service yet. Ask yours to invite you, then open the link in the invitation.',
    cy: 'Nid ydych yn perthyn i ysgol, tîm na gwasanaeth eto. Gofynnwch i’ch un chi eich gwahodd, yna agorwch y ddolen yn y gwahoddiad.',
  },
  'portal.org.byInvitation': {
    en: 'You join an organisation by its invitation. Ask whoever leads it to invite you.',
    cy: 'Rydych yn ymuno â sefydliad drwy ei wahoddiad. Gofynnwch i bwy bynnag sy’n ei arwain eich gwahodd.',
  },
  'portal.org.homeAsked': {
    en: 'You have asked to join {{organisation}}. You will get an email when they have decided.',
    cy: 'Rydych wedi gofyn am ymuno â {{organisation}}. Byddwch yn cael e-bost pan fyddant wedi penderfynu.',
  },
  'portal.org.homeRequests_one': {
    en: '{{count}} person asks to join {{organisation}}',
    cy: 'Mae {{count}} person yn gofyn am ymuno â {{organisation}}',
  },
  'portal.org.homeRequests_other': {
    en: '{{count}} people ask to join {{organisation}}',
    cy: 'Mae {{count}} o bobl yn gofyn am ymuno â {{organisation}}',
  },
  'portal.org.join': { en: 'Join an organisation', cy: 'Ymuno â sefydliad' },
  'portal.org.none': {
    en: 'You do not belong to an organisation yet.',
    cy: 'Nid ydych yn perthyn i sefydliad eto.',
  },
  'portal.org.kind.school': { en: 'School', cy: 'Ysgol' },
  'portal.org.kind.nhs': { en: 'NHS team', cy: 'Tîm y GIG' },
  'portal.org.kind.socialCare': { en: 'Social care team', cy: 'Tîm gofal cymdeithasol' },
  'portal.org.kind.service': { en: 'Service', cy: 'Gwasanaeth' },
  'portal.org.urn': { en: 'URN {{urn}}', cy: 'URN {{urn}}' },
  'portal.org.role.member': { en: 'Member', cy: 'Aelod' },
  'portal.org.role.lead': { en: 'Lead', cy: 'Arweinydd' },
  'portal.org.mine.member': { en: 'You are a member', cy: 'Rydych yn aelod' },
  'portal.org.mine.lead': { en: 'You are a lead', cy: 'Rydych yn arweinydd' },
  'portal.org.mine.asked': {
    en: 'You asked to join on {{day}}. A lead of the organisation or the SEND team will decide.',
    cy: 'Gofynnoch am ymuno ar {{day}}. Bydd arweinydd y sefydliad neu’r tîm AAA yn penderfynu.',
  },
  'portal.org.mine.refused': {
    en: 'Your request was not accepted. If you think that is a mistake, speak to the organisation, then ask again.',
    cy: 'Ni dderbyniwyd eich cais. Os credwch fod hynny’n gamgymeriad, siaradwch â’r sefydliad, yna gofynnwch eto.',
  },
  'portal.org.members': { en: 'Members', cy: 'Aelodau' },
  'portal.org.membersOf': { en: 'Members of {{organisation}}', cy: 'Aelodau {{organisation}}' },
  'portal.org.takeBack': { en: 'Take back', cy: 'Tynnu’n ôl' },
  'portal.org.takenBack': { en: 'You have taken your request back', cy: 'Rydych wedi tynnu eich cais yn ôl' },
  'portal.org.asked': {
    en: 'You have asked to join. We will email you when they have decided.',
    cy: 'Rydych wedi gofyn am ymuno. Byddwn yn anfon e-bost atoch pan fyddant wedi penderfynu.',
  },
  'portal.org.left': { en: 'You have left the organisation', cy: 'Rydych wedi gadael y sefydliad' },
  'portal.org.joined': { en: 'You have joined the organisation', cy: 'Rydych wedi ymuno â’r sefydliad' },
  'portal.org.invited': {
    en: '{{organisation}} has invited you. Open the link in the email that we sent you; it works until {{day}}.',
    cy: 'Mae {{organisation}} wedi eich gwahodd. Agorwch y ddolen yn yr e-bost a anfonwyd atoch; mae’n gweithio tan {{day}}.',
  },
  'portal.org.invitedExpert': {
    en: 'The SEND team has invited you to give expert advice. Open the link in the email that we sent you; it works until {{day}}.',
    cy: 'Mae’r tîm AAA wedi eich gwahodd i roi cyngor arbenigol. Agorwch y ddolen yn yr e-bost a anfonwyd atoch; mae’n gweithio tan {{day}}.',
  },

  'portal.verification.title': { en: 'Verification', cy: 'Gwirio' },
  'portal.verification.unverified': {
    en: 'We have not verified you yet',
    cy: 'Nid ydym wedi eich gwirio eto',
  },
  'portal.verification.unverifiedText': {
    en: 'That means: you can send forms and join organisations, but you see nothing about children you work with. The SEND team looks at every new professional. You do not need to do anything: we will email you.',
    cy: 'Mae hynny’n golygu: gallwch anfon ffurflenni ac ymuno â sefydliadau, ond ni welwch unrhyw beth am blant rydych yn gweithio gyda nhw. Mae’r tîm AAA yn edrych ar bob gweithiwr proffesiynol newydd. Nid oes angen i chi wneud dim: byddwn yn anfon e-bost atoch.',
  },
  'portal.verification.verified': { en: 'We have verified you', cy: 'Rydym wedi eich gwirio' },
  'portal.verification.verifiedText': {
    en: 'You can see the children that the SEND team has linked you to.',
    cy: 'Gallwch weld y plant y mae’r tîm AAA wedi eich cysylltu â nhw.',
  },
  'portal.verification.until': {
    en: 'This counts until {{day}}. We will check again before then.',
    cy: 'Mae hyn yn cyfrif tan {{day}}. Byddwn yn gwirio eto cyn hynny.',
  },
  'portal.verification.expired': {
    en: 'Your verification has run out',
    cy: 'Mae eich gwiriad wedi dod i ben',
  },
  'portal.verification.expiredText': {
    en: 'You can still send forms, but you see nothing about children you work with until we have checked again. If that keeps you from your work, contact the SEND team.',
    cy: 'Gallwch ddal i anfon ffurflenni, ond ni welwch unrhyw beth am blant rydych yn gweithio gyda nhw nes i ni wirio eto. Os yw hynny’n eich atal rhag gweithio, cysylltwch â’r tîm AAA.',
  },
  'portal.verification.refused': { en: 'We could not verify you', cy: 'Ni allem eich gwirio' },
  'portal.verification.refusedText': {
    en: 'You can still send forms, but you see nothing about children you work with. Contact the SEND team to hear why and what we need from you.',
    cy: 'Gallwch ddal i anfon ffurflenni, ond ni welwch unrhyw beth am blant rydych yn gweithio gyda nhw. Cysylltwch â’r tîm AAA i glywed pam a beth sydd ei angen arnom gennych.',
  },
  'portal.verification.withdrawn': {
    en: 'We have ended your verification',
    cy: 'Rydym wedi dod â’ch gwiriad i ben',
  },
  'portal.verification.withdrawnText': {
    en: 'You can still send forms, but you see nothing about children you work with. Contact the SEND team if you think that is a mistake.',
    cy: 'Gallwch ddal i anfon ffurflenni, ond ni welwch unrhyw beth am blant rydych yn gweithio gyda nhw. Cysylltwch â’r tîm AAA os credwch fod hynny’n gamgymeriad.',
  },

  'portal.orgJoin.search': {
    en: 'Name of your school, team or service',
    cy: 'Enw eich ysgol, tîm neu wasanaeth',
  },
  'portal.orgJoin.hint': {
    en: 'Part of the name is enough. For a school you can also enter its URN.',
    cy: 'Mae rhan o’r enw yn ddigon. Ar gyfer ysgol gallwch hefyd roi ei URN.',
  },
  'portal.orgJoin.find': { en: 'Search', cy: 'Chwilio' },
  'portal.orgJoin.tooShort': {
    en: 'Enter at least 2 letters of the name, or the URN',
    cy: 'Rhowch o leiaf 2 lythyren o’r enw, neu’r URN',
  },
  'portal.orgJoin.nothing': {
    en: 'We found nothing by that name',
    cy: 'Ni chawsom hyd i ddim â’r enw hwnnw',
  },
  'portal.orgJoin.nothingText': {
    en: 'Check the spelling or try one word of the name. If it is not there, ask the SEND team to add your organisation. If somebody there has invited you, open the link in their invitation instead.',
    cy: 'Gwiriwch y sillafu neu rhowch gynnig ar un gair o’r enw. Os nad yw yno, gofynnwch i’r tîm AAA ychwanegu eich sefydliad. Os yw rhywun yno wedi eich gwahodd, agorwch y ddolen yn y gwahoddiad yn lle hynny.',
  },
  'portal.orgJoin.found': { en: 'Organisations found', cy: 'Sefydliadau a gafwyd' },
  'portal.orgJoin.more': {
    en: 'There are more. Enter more of the name to narrow the list.',
    cy: 'Mae rhagor. Rhowch fwy o’r enw i gulhau’r rhestr.',
  },
  'portal.orgJoin.ask': { en: 'Ask to join', cy: 'Gofyn am ymuno' },
  'portal.orgJoin.mine': { en: 'You belong here', cy: 'Rydych yn perthyn yma' },
  'portal.orgJoin.asked': { en: 'You have asked', cy: 'Rydych wedi gofyn' },
  'portal.orgJoin.enough': {
    en: 'You have asked to join several organisations. Wait for an answer, or take one request back first.',
    cy: 'Rydych wedi gofyn am ymuno â sawl sefydliad. Arhoswch am ateb, neu tynnwch un cais yn ôl yn gyntaf.',
  },

  'portal.orgMembers.requests': { en: 'People who ask to join', cy: 'Pobl sy’n gofyn am ymuno' },
  'portal.orgMembers.askedOn': { en: 'Asked on {{day}}', cy: 'Gofynnwyd ar {{day}}' },
  'portal.orgMembers.decide': { en: 'Decide', cy: 'Penderfynu' },
  'portal.orgMembers.since': { en: '{{role}} since {{day}}', cy: '{{role}} ers {{day}}' },
  'portal.orgMembers.you': { en: '(you)', cy: '(chi)' },
  'portal.orgMembers.change': { en: 'Change', cy: 'Newid' },
  'portal.orgMembers.invitations': { en: 'Invitations', cy: 'Gwahoddiadau' },
  'portal.orgMembers.invitedUntil': {
    en: '{{role}}, invited; the link works until {{day}}',
    cy: '{{role}}, wedi’i wahodd; mae’r ddolen yn gweithio tan {{day}}',
  },
  'portal.orgMembers.invitedOver': {
    en: '{{role}}, invited; the link ran out on {{day}}',
    cy: '{{role}}, wedi’i wahodd; daeth y ddolen i ben ar {{day}}',
  },
  'portal.orgMembers.resend': { en: 'Send again', cy: 'Anfon eto' },
  'portal.orgMembers.withdraw': { en: 'Withdraw', cy: 'Tynnu’n ôl' },
  'portal.orgMembers.invite': { en: 'Invite somebody', cy: 'Gwahodd rhywun' },
  'portal.orgMembers.leave': { en: 'Leave this organisation', cy: 'Gadael y sefydliad hwn' },
  'portal.orgMembers.done.accepted': { en: 'They are now a member', cy: 'Maent bellach yn aelod' },
  'portal.orgMembers.done.refused': { en: 'The request was refused', cy: 'Gwrthodwyd y cais' },
  'portal.orgMembers.done.already': {
    en: 'This was already decided, by somebody else or by themselves',
    cy: 'Penderfynwyd hyn eisoes, gan rywun arall neu ganddynt eu hunain',
  },
  'portal.orgMembers.done.changed': { en: 'Their role has changed', cy: 'Mae eu rôl wedi newid' },
  'portal.orgMembers.done.removed': {
    en: 'They no longer belong here',
    cy: 'Nid ydynt yn perthyn yma mwyach',
  },
  'portal.orgMembers.done.invited': {
    en: 'The invitation is on its way',
    cy: 'Mae’r gwahoddiad ar ei ffordd',
  },
  'portal.orgMembers.done.sent': {
    en: 'We have sent the invitation again; the link before no longer works',
    cy: 'Rydym wedi anfon y gwahoddiad eto; nid yw’r ddolen flaenorol yn gweithio mwyach',
  },
  'portal.orgMembers.done.withdrawn': {
    en: 'The invitation no longer works',
    cy: 'Nid yw’r gwahoddiad yn gweithio mwyach',
  },

  'portal.orgMember.accept': { en: 'Accept', cy: 'Derbyn' },
  'portal.orgMember.acceptText': {
    en: 'Only accept people whom you know to work with you. They will see who belongs to the organisation.',
    cy: 'Dim ond pobl y gwyddoch eu bod yn gweithio gyda chi y dylech eu derbyn. Byddant yn gweld pwy sy’n perthyn i’r sefydliad.',
  },
  'portal.orgMember.email': { en: 'Email address', cy: 'Cyfeiriad e-bost' },
  'portal.orgMember.jobTitle': { en: 'Job', cy: 'Swydd' },
  'portal.orgMember.role': { en: 'Role', cy: 'Rôl' },
  'portal.orgMember.refuseTitle': { en: 'Refuse the request', cy: 'Gwrthod y cais' },
  'portal.orgMember.refuse': { en: 'Refuse', cy: 'Gwrthod' },
  'portal.orgMember.reason': { en: 'Reason', cy: 'Rheswm' },
  'portal.orgMember.reasonHint': {
    en: 'Kept in our records. They are told of the decision, not of the reason.',
    cy: 'Cedwir yn ein cofnodion. Dywedir wrthynt am y penderfyniad, nid am y rheswm.',
  },
  'portal.orgMember.reasonNeeded': {
    en: 'Enter a reason of 3 to 500 characters',
    cy: 'Rhowch reswm o 3 i 500 nod',
  },
  'portal.orgMember.makeLead': { en: 'Make a lead', cy: 'Gwneud yn arweinydd' },
  'portal.orgMember.makeLeadText': {
    en: 'A lead decides who joins, invites people, and can change roles and remove members.',
    cy: 'Mae arweinydd yn penderfynu pwy sy’n ymuno, yn gwahodd pobl, ac yn gallu newid rolau a thynnu aelodau.',
  },
  'portal.orgMember.makeMember': { en: 'Make a member', cy: 'Gwneud yn aelod' },
  'portal.orgMember.removeTitle': { en: 'Remove from the organisation', cy: 'Tynnu o’r sefydliad' },
  'portal.orgMember.removeText': {
    en: 'They lose sight of the organisation’s children at once. What they sent stays with the organisation.',
    cy: 'Byddant yn colli golwg ar blant y sefydliad ar unwaith. Mae’r hyn a anfonwyd ganddynt yn aros gyda’r sefydliad.',
  },
  'portal.orgMember.remove': { en: 'Remove', cy: 'Tynnu' },

  'portal.orgLeave.title': { en: 'Leave {{organisation}}', cy: 'Gadael {{organisation}}' },
  'portal.orgLeave.text': {
    en: 'You lose sight of its children at once. What you sent for it stays with the organisation. You can ask to join again.',
    cy: 'Byddwch yn colli golwg ar ei blant ar unwaith. Mae’r hyn a anfonoch ar ei ran yn aros gyda’r sefydliad. Gallwch ofyn am ymuno eto.',
  },
  'portal.orgLeave.leave': { en: 'Leave', cy: 'Gadael' },
  'portal.orgLeave.lastLead': {
    en: 'You are the only lead. Make another member a lead first. If there is nobody who can, contact the SEND team: they can appoint a lead.',
    cy: 'Chi yw’r unig arweinydd. Gwnewch aelod arall yn arweinydd yn gyntaf. Os nad oes neb a all, cysylltwch â’r tîm AAA: gallant benodi arweinydd.',
  },

  'portal.orgInvite.title': { en: 'Invite somebody', cy: 'Gwahodd rhywun' },
  'portal.orgInvite.text': {
    en: 'We send them a link that works once, within 14 days. They can use it whether or not they have an account.',
    cy: 'Rydym yn anfon dolen atynt sy’n gweithio unwaith, o fewn 14 diwrnod. Gallant ei defnyddio p’un a oes ganddynt gyfrif ai peidio.',
  },
  'portal.orgInvite.email': { en: 'Their work email address', cy: 'Eu cyfeiriad e-bost gwaith' },
  'portal.orgInvite.emailNeeded': {
    en: 'Enter an email address, like name@example.com',
    cy: 'Rhowch gyfeiriad e-bost, fel enw@enghraifft.com',
  },
  'portal.orgInvite.role': { en: 'What will they be?', cy: 'Beth fyddant?' },
  'portal.orgInvite.roleNeeded': { en: 'Choose member or lead', cy: 'Dewiswch aelod neu arweinydd' },
  'portal.orgInvite.already': {
    en: 'This address is already invited. You can send that invitation again from the list.',
    cy: 'Mae’r cyfeiriad hwn eisoes wedi’i wahodd. Gallwch anfon y gwahoddiad hwnnw eto o’r rhestr.',
  },
  'portal.orgInvite.enough': {
    en: 'Many invitations were sent in the last minutes. Wait a quarter of an hour and try again.',
    cy: 'Anfonwyd llawer o wahoddiadau yn ystod y munudau diwethaf. Arhoswch chwarter awr a rhoi cynnig arall arni.',
  },
  'portal.orgInvite.send': { en: 'Send invitation', cy: 'Anfon gwahoddiad' },

  'portal.invitation.title': { en: 'Join {{organisation}}', cy: 'Ymuno â {{organisation}}' },
  'portal.invitation.text': {
    en: '{{organisation}} invites you to join them here. You will see who belongs to the organisation.',
    cy: 'Mae {{organisation}} yn eich gwahodd i ymuno â nhw yma. Byddwch yn gweld pwy sy’n perthyn i’r sefydliad.',
  },
  'portal.invitation.textLead': {
    en: '{{organisation}} invites you to join them as a lead: you will decide who else joins.',
    cy: 'Mae {{organisation}} yn eich gwahodd i ymuno fel arweinydd: byddwch yn penderfynu pwy arall sy’n ymuno.',
  },
  'portal.invitation.expertTitle': { en: 'Give expert advice', cy: 'Rhoi cyngor arbenigol' },
  'portal.invitation.expertText': {
    en: 'The SEND team asks you for advice about one child. When you accept, you see that child’s case until the task is over, and nothing else.',
    cy: 'Mae’r tîm AAA yn gofyn i chi am gyngor am un plentyn. Pan fyddwch yn derbyn, byddwch yn gweld achos y plentyn hwnnw nes bod y dasg drosodd, a dim byd arall.',
  },
  'portal.invitation.until': {
    en: 'The link works once, until {{day}}.',
    cy: 'Mae’r ddolen yn gweithio unwaith, tan {{day}}.',
  },
  'portal.invitation.accept': { en: 'Accept the invitation', cy: 'Derbyn y gwahoddiad' },
  'portal.invitation.asWho': {
    en: 'You are signed in as {{name}}. The invitation will belong to this account.',
    cy: 'Rydych wedi mewngofnodi fel {{name}}. Bydd y gwahoddiad yn perthyn i’r cyfrif hwn.',
  },
  'portal.invitation.signInText': {
    en: 'To accept, sign in. If you have no account yet, create one first, then open the link in the invitation again.',
    cy: 'I dderbyn, mewngofnodwch. Os nad oes gennych gyfrif eto, crëwch un yn gyntaf, yna agorwch y ddolen yn y gwahoddiad eto.',
  },
  'portal.invitation.register': { en: 'Create an account', cy: 'Creu cyfrif' },
  'portal.invitation.expired.title': {
    en: 'This invitation has run out',
    cy: 'Mae’r gwahoddiad hwn wedi dod i ben',
  },
  'portal.invitation.expired.text': {
    en: 'Invitations work for 14 days. Ask whoever invited you to send it again.',
    cy: 'Mae gwahoddiadau’n gweithio am 14 diwrnod. Gofynnwch i bwy bynnag a’ch gwahoddodd ei anfon eto.',
  },
  'portal.invitation.used.title': {
    en: 'This invitation was already used',
    cy: 'Mae’r gwahoddiad hwn eisoes wedi’i ddefnyddio',
  },
  'portal.invitation.used.text': {
    en: 'An invitation works once. If you used it yourself, sign in to go on. If not, tell whoever invited you.',
    cy: 'Mae gwahoddiad yn gweithio unwaith. Os gwnaethoch chi ei ddefnyddio, mewngofnodwch i fynd ymlaen. Os na, dywedwch wrth bwy bynnag a’ch gwahoddodd.',
  },
  'portal.invitation.withdrawn.title': {
    en: 'This invitation was withdrawn',
    cy: 'Cafodd y gwahoddiad hwn ei dynnu’n ôl',
  },
  'portal.invitation.withdrawn.text': {
    en: 'Whoever invited you has taken it back. Ask them if you think that is a mistake.',
    cy: 'Mae pwy bynnag a’ch gwahoddodd wedi’i dynnu’n ôl. Gofynnwch iddynt os credwch fod hynny’n gamgymeriad.',
  },
  'portal.invitation.unknown.title': {
    en: 'We do not know this invitation',
    cy: 'Nid ydym yn adnabod y gwahoddiad hwn',
  },
  'portal.invitation.unknown.text': {
    en: 'Check that you opened the whole link from the newest email. When an invitation is sent again, the link before stops working.',
    cy: 'Gwiriwch eich bod wedi agor y ddolen gyfan o’r e-bost diweddaraf. Pan anfonir gwahoddiad eto, mae’r ddolen flaenorol yn peidio â gweithio.',
  },
  'portal.invitation.alreadyLinked.title': {
    en: 'You can see this child already',
    cy: 'Gallwch weld y plentyn hwn eisoes',
  },
  'portal.invitation.alreadyLinked.text': {
    en: 'The SEND team has linked you before. There is nothing more to accept.',
    cy: 'Mae’r tîm AAA wedi eich cysylltu o’r blaen. Nid oes dim mwy i’w dderbyn.',
  },
  'portal.invitation.linked': {
    en: 'You have accepted. The child is in your list below, with what we ask you to do.',
    cy: 'Rydych wedi derbyn. Mae’r plentyn yn eich rhestr isod, gyda’r hyn rydym yn ei ofyn gennych.',
  },

  'mail.joinAsked.subject': {
    en: 'Somebody asks to join {{organisation}}',
    cy: 'Mae rhywun yn gofyn am ymuno â {{organisation}}',
  },
  'mail.joinAsked.body': {
    en: 'Hello,\n\nsomebody asks to join {{organisation}}. As a lead you can accept or refuse. Sign in to see who it is:\n\n{{link}}\n',
    cy: 'Helo,\n\nmae rhywun yn gofyn am ymuno â {{organisation}}. Fel arweinydd gallwch dderbyn neu wrthod. Mewngofnodwch i weld pwy ydyw:\n\n{{link}}\n',
  },
  'mail.joinDecided.subject': {
    en: 'News about {{organisation}}',
    cy: 'Newyddion am {{organisation}}',
  },
  'mail.joinDecided.body': {
    en: 'Hello,\n\nthere is a decision about you and {{organisation}}. Sign in to see it:\n\n{{link}}\n',
    cy: 'Helo,\n\nmae penderfyniad amdanoch chi a {{organisation}}. Mewngofnodwch i’w weld:\n\n{{link}}\n',
  },
  'mail.removedFrom.subject': {
    en: 'You no longer belong to {{organisation}}',
    cy: 'Nid ydych yn perthyn i {{organisation}} mwyach',
  },
  'mail.removedFrom.body': {
    en: 'Hello,\n\nyou no longer belong to {{organisation}}. If you think that is a mistake, speak to them first. You can ask to join again:\n\n{{link}}\n',
    cy: 'Helo,\n\nnid ydych yn perthyn i {{organisation}} mwyach. Os credwch fod hynny’n gamgymeriad, siaradwch â nhw yn gyntaf. Gallwch ofyn am ymuno eto:\n\n{{link}}\n',
  },
  'mail.verificationDecided.subject': {
    en: 'We have decided about your verification',
    cy: 'Rydym wedi penderfynu am eich gwiriad',
  },
  'mail.verificationDecided.body': {
    en: 'Hello,\n\nwe have looked at your account. Sign in to see what we decided and what it means:\n\n{{link}}\n',
    cy: 'Helo,\n\nrydym wedi edrych ar eich cyfrif. Mewngofnodwch i weld beth a benderfynwyd a beth mae’n ei olygu:\n\n{{link}}\n',
  },
  'mail.invitedMember.subject': {
    en: '{{organisation}} invites you to join',
    cy: 'Mae {{organisation}} yn eich gwahodd i ymuno',
  },
  'mail.invitedMember.body': {
    en: 'Hello,\n\n{{organisation}} invites you to join them on the SEND service for professionals. Open this link to accept:\n\n{{link}}\n\nThe link works once, within 14 days, whether or not you have an account. If you do not know {{organisation}}, you can ignore this message.\n',
    cy: 'Helo,\n\nmae {{organisation}} yn eich gwahodd i ymuno â nhw ar y gwasanaeth AAA i weithwyr proffesiynol. Agorwch y ddolen hon i dderbyn:\n\n{{link}}\n\nMae’r ddolen yn gweithio unwaith, o fewn 14 diwrnod, p’un a oes gennych gyfrif ai peidio. Os nad ydych yn adnabod {{organisation}}, gallwch anwybyddu’r neges hon.\n',
  },
  'mail.invitedExpert.subject': {
    en: 'The SEND team asks for your advice',
    cy: 'Mae’r tîm AAA yn gofyn am eich cyngor',
  },
  'mail.invitedExpert.body': {
    en: 'Hello,\n\nthe SEND team of the local authority asks for your advice as an outside expert. Open this link to see more and to accept:\n\n{{link}}\n\nThe link works once, within 14 days, whether or not you have an account. If you do not know what this is about, you can ignore this message.\n',
    cy: 'Helo,\n\nmae tîm AAA yr awdurdod lleol yn gofyn am eich cyngor fel arbenigwr allanol. Agorwch y ddolen hon i weld mwy ac i dderbyn:\n\n{{link}}\n\nMae’r ddolen yn gweithio unwaith, o fewn 14 diwrnod, p’un a oes gennych gyfrif ai peidio. Os na wyddoch beth yw hyn, gallwch anwybyddu’r neges hon.\n',
  },
} satisfies Catalogue
