CREATE TABLE "imported_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incoming_child_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"imported" text,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "undone_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"undone_match_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"organisation_id" uuid,
	"scopes" text[] NOT NULL,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "undone_matches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incoming_child_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"undone_by" uuid NOT NULL,
	"undone_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"exposure" jsonb NOT NULL,
	"taken_back" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "settled_from" text;--> statement-breakpoint
ALTER TABLE "imported_values" ADD CONSTRAINT "imported_values_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_values" ADD CONSTRAINT "imported_values_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_values" ADD CONSTRAINT "imported_values_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undone_access" ADD CONSTRAINT "undone_access_undone_match_id_undone_matches_id_fk" FOREIGN KEY ("undone_match_id") REFERENCES "public"."undone_matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undone_matches" ADD CONSTRAINT "undone_matches_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undone_matches" ADD CONSTRAINT "undone_matches_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_values_child" ON "imported_values" USING btree ("incoming_child_id");--> statement-breakpoint
CREATE INDEX "imported_values_person" ON "imported_values" USING btree ("person_id","field","imported_at");--> statement-breakpoint
CREATE INDEX "undone_access_match" ON "undone_access" USING btree ("undone_match_id");--> statement-breakpoint
CREATE INDEX "undone_matches_child" ON "undone_matches" USING btree ("incoming_child_id","undone_at");--> statement-breakpoint
CREATE INDEX "undone_matches_person" ON "undone_matches" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "undone_matches_undone_at" ON "undone_matches" USING btree ("undone_at");
--> statement-breakpoint
-- The log of undone matches is added to and read, never changed.
revoke update, delete on undone_matches from send_app;
--> statement-breakpoint
revoke insert, update, delete on undone_access from send_app;
--> statement-breakpoint
-- The second lock: all three are for staff alone.
alter table undone_matches enable row level security;
--> statement-breakpoint
create policy undone_matches_access on undone_matches using ((select send_acts_inside()));
--> statement-breakpoint
alter table undone_access enable row level security;
--> statement-breakpoint
create policy undone_access_access on undone_access using ((select send_acts_inside()));
--> statement-breakpoint
alter table imported_values enable row level security;
--> statement-breakpoint
create policy imported_values_access on imported_values using ((select send_acts_inside()));
--> statement-breakpoint
-- An authentication leaves its table in one way only: into the log, in the statement that takes it out. The application
-- has no right to delete one, nor to add one to the log.
create function send_withdraw_access(undone_match uuid, accesses uuid[]) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if not send_acts_inside() then
    raise exception 'Only the authority withdraws an authentication' using errcode = '42501';
  end if;
  with gone as (delete from child_access where id = any(accesses) returning *)
  insert into undone_access (id, undone_match_id, user_id, person_id, relation, organisation_id, scopes, source, reason,
    recorded_by, starts_at, ends_at, ended_at, ended_by, end_reason)
  select id, undone_match, user_id, person_id, relation, organisation_id, scopes, source, reason,
    recorded_by, starts_at, ends_at, ended_at, ended_by, end_reason
  from gone;
end
$$;
--> statement-breakpoint
revoke all on function send_withdraw_access(uuid, uuid[]) from public;
--> statement-breakpoint
grant execute on function send_withdraw_access(uuid, uuid[]) to send_app;
