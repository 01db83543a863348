-- Published versions never change: the application may add them and read them.
revoke update, delete on form_versions from send_app;
--> statement-breakpoint
-- A foreign key to the right of the flow: the submission hangs on its incoming child.
alter table submissions add constraint submissions_incoming_child_id_fkey
  foreign key (incoming_child_id) references incoming_children (id);
--> statement-breakpoint
-- The second lock on a child's data, keyed by who acts in the transaction (set by every procedure and job).
create function send_acts_inside() returns boolean language sql stable as
  $$ select current_setting('send.user_kind', true) in ('staff', 'system') $$;
--> statement-breakpoint
create function send_acting_user() returns uuid language sql stable as
  $$ select nullif(current_setting('send.user_id', true), '')::uuid $$;
--> statement-breakpoint
alter table submissions enable row level security;
--> statement-breakpoint
create policy submissions_access on submissions
  using (send_acts_inside() or owner_user_id = send_acting_user());
--> statement-breakpoint
alter table answers enable row level security;
--> statement-breakpoint
create policy answers_access on answers using (exists (select from submissions where id = submission_id));
--> statement-breakpoint
alter table submission_files enable row level security;
--> statement-breakpoint
create policy submission_files_access on submission_files
  using (exists (select from submissions where id = submission_id));
--> statement-breakpoint
alter table people enable row level security;
--> statement-breakpoint
create policy people_access on people using (send_acts_inside());
--> statement-breakpoint
alter table relationships enable row level security;
--> statement-breakpoint
create policy relationships_access on relationships using (send_acts_inside());
--> statement-breakpoint
alter table incoming_children enable row level security;
--> statement-breakpoint
create policy incoming_children_access on incoming_children using (send_acts_inside());
--> statement-breakpoint
alter table involvements enable row level security;
--> statement-breakpoint
create policy involvements_access on involvements using (send_acts_inside());
--> statement-breakpoint
alter table chronology_entries enable row level security;
--> statement-breakpoint
create policy chronology_entries_access on chronology_entries using (send_acts_inside());
--> statement-breakpoint
alter table chronology_access enable row level security;
--> statement-breakpoint
create policy chronology_access_access on chronology_access using (send_acts_inside());
