-- The second lock knows what the first does: who works with a child sees it only while verified.
create or replace function send_authenticated_for(child uuid) returns boolean language sql stable as $$
  select exists (select from child_access
    where person_id = child and user_id = send_acting_user() and starts_at <= send_now()
      and ended_at is null and (ends_at is null or ends_at > send_now())
      and (relation <> 'professional' or coalesce((
        select newest.decision = 'verified' and (newest.expires_at is null or newest.expires_at > send_now())
        from professional_verifications newest where newest.user_id = child_access.user_id
        order by newest.decided_at desc, newest.id desc limit 1), false)))
$$;
