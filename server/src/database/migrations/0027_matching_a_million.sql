DROP TABLE "candidate_terms";--> statement-breakpoint
-- The keys are made of other values from now on and are numbers. Those of before would lead nowhere: a job makes them all anew.
TRUNCATE TABLE "candidate_keys";--> statement-breakpoint
ALTER TABLE "candidate_keys" ALTER COLUMN "key" SET DATA TYPE bigint USING 0;--> statement-breakpoint
INSERT INTO "unkeyed_people" ("person_id") SELECT "id" FROM "people" ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE "incoming_children" ALTER COLUMN "owner_user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "base_id" uuid;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "as_written" jsonb;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "flags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_base_id_bases_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."bases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "incoming_children_line" ON "incoming_children" USING btree ("child_key") WHERE "incoming_children"."owner_user_id" is null;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_sender" CHECK (("incoming_children"."owner_user_id" is null) = ("incoming_children"."source" = 'school') and ("incoming_children"."as_written" is not null) = ("incoming_children"."source" = 'school'));
--> statement-breakpoint
-- Asked once a statement and not once a row, as 0009 has it: a look-up reads some hundred keys.
alter policy candidate_keys_access on candidate_keys using ((select send_acts_inside()));
--> statement-breakpoint
alter policy unkeyed_people_access on unkeyed_people using ((select send_acts_inside()));
--> statement-breakpoint
alter policy matching_value_counts_access on matching_value_counts using ((select send_acts_inside()));
--> statement-breakpoint
alter policy rejected_candidates_access on rejected_candidates using ((select send_acts_inside()));
--> statement-breakpoint
-- Whoever acts inside sees people by people_access. PostgreSQL asked the dearer policy first, for each person that staff read.
alter policy people_authenticated on people
  using (case when (select send_acts_inside()) then false else send_authenticated_for(id) end);
--> statement-breakpoint
alter policy people_asked_about on people
  using (case when (select send_acts_inside()) then false else send_asked_about(id) end);
--> statement-breakpoint
-- A search compares beginnings as they stand, byte by byte, in whatever language the database sorts.
alter table people alter column folded_family_name type text collate "C",
  alter column folded_given_names type text collate "C";
