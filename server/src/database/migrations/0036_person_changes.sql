CREATE TABLE "person_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"before" jsonb NOT NULL,
	"kind" text,
	"ended_on" date,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"rule" text,
	"rule_scope" text,
	"incoming_child_id" uuid,
	CONSTRAINT "person_changes_stamp" CHECK (("person_changes"."changed_by" is null) = ("person_changes"."rule" is not null) and ("person_changes"."rule" is null) = ("person_changes"."rule_scope" is null))
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "uln" text;--> statement-breakpoint
ALTER TABLE "person_changes" ADD CONSTRAINT "person_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_changes" ADD CONSTRAINT "person_changes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_changes_person" ON "person_changes" USING btree ("person_id","unit","changed_at");--> statement-breakpoint
CREATE INDEX "person_changes_child" ON "person_changes" USING btree ("incoming_child_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_uln" ON "people" USING btree ("uln") WHERE "people"."uln" is not null;--> statement-breakpoint
CREATE INDEX "people_nhs_number" ON "people" USING btree ("nhs_number");
--> statement-breakpoint
ALTER TABLE "person_changes" ADD CONSTRAINT "person_changes_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The second lock: what records said before is for staff alone.
alter table person_changes enable row level security;
--> statement-breakpoint
create policy person_changes_access on person_changes using ((select send_acts_inside()));
--> statement-breakpoint
-- What matched children changed before there was a history: of an address the parts were kept as one change.
insert into person_changes (id, person_id, unit, before, changed_at, changed_by, rule, rule_scope, incoming_child_id)
select min(id::text)::uuid, person_id, unit, jsonb_object_agg(field, before), imported_at, imported_by, rule, rule_scope, incoming_child_id
from (
  select *, case when field in ('addressLine', 'addressLine2', 'town', 'postcode') then 'address' else field end as unit
  from imported_values
) as told
group by person_id, unit, imported_at, imported_by, rule, rule_scope, incoming_child_id
having bool_or(before is distinct from imported);
