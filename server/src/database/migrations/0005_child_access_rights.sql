-- Foreign keys to the right of the flow.
alter table child_access add constraint child_access_person_id_fkey foreign key (person_id) references people (id);
--> statement-breakpoint
alter table invitations add constraint invitations_person_id_fkey foreign key (person_id) references people (id);
--> statement-breakpoint
-- Seals are added and read, never changed; what the authority decided about somebody stays as history.
revoke update, delete on audit_seals from send_app;
--> statement-breakpoint
revoke delete on audit_alerts from send_app;
--> statement-breakpoint
revoke delete on child_access from send_app;
--> statement-breakpoint
revoke update, delete on professional_verifications from send_app;
--> statement-breakpoint
-- The time by the server's own clock, where it was told; else the database's.
create function send_now() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('send.now', true), '')::timestamptz, now()) $$;
--> statement-breakpoint
-- Portal users read their own authentications; only the authority (or the system for it) writes them.
alter table child_access enable row level security;
--> statement-breakpoint
create policy child_access_inside on child_access using (send_acts_inside());
--> statement-breakpoint
create policy child_access_own on child_access for select using (user_id = send_acting_user());
--> statement-breakpoint
alter table child_claims enable row level security;
--> statement-breakpoint
create policy child_claims_access on child_claims using (send_acts_inside() or user_id = send_acting_user());
--> statement-breakpoint
alter table invitations enable row level security;
--> statement-breakpoint
create policy invitations_access on invitations using (person_id is null or send_acts_inside());
--> statement-breakpoint
alter table involvement_access enable row level security;
--> statement-breakpoint
create policy involvement_access_access on involvement_access using (send_acts_inside());
--> statement-breakpoint
-- Whether the acting portal user is authenticated for a child at this moment.
create function send_authenticated_for(child uuid) returns boolean language sql stable as $$
  select exists (select from child_access
    where person_id = child and user_id = send_acting_user() and starts_at <= send_now()
      and ended_at is null and (ends_at is null or ends_at > send_now()))
$$;
--> statement-breakpoint
create policy people_authenticated on people for select using (send_authenticated_for(id));
--> statement-breakpoint
create policy involvements_authenticated on involvements for select using (send_authenticated_for(person_id));
