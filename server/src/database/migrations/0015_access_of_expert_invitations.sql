-- What an expert's invitation gave bears the invitation's id, so that withdrawing the invitation ends it. The access
-- recorded before was found by equal times, which a running clock does not give: it is found here by everything that
-- was copied from the invitation into it, and the nearest in time where there are several.
update child_access set id = given.invitation_id
from (
  select distinct on (access.id) access.id as access_id, invitation.id as invitation_id
  from invitations invitation
  join child_access access on access.source = 'invitation'
    and access.user_id = invitation.used_by and access.person_id = invitation.person_id
    and access.recorded_by = invitation.invited_by and access.reason = coalesce(invitation.task, '')
    and access.ends_at = invitation.access_ends_at
  where not exists (select from child_access linked where linked.id = invitation.id)
    and not exists (select from invitations other where other.id = access.id)
    and not exists (select from child_claims where child_access_id = access.id)
  order by access.id, abs(extract(epoch from access.starts_at - invitation.used_at))
) given
where child_access.id = given.access_id;
