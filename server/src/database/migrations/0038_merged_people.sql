CREATE TABLE "merged_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"survivor_id" uuid NOT NULL,
	"merged_into" uuid NOT NULL,
	"external_id" text,
	"upn" text,
	"uln" text,
	"record" jsonb NOT NULL,
	"values" jsonb NOT NULL,
	"taken" text[] NOT NULL,
	"new_sight" jsonb NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merged_rows" (
	"person_id" uuid NOT NULL,
	"table_name" text NOT NULL,
	"column_name" text NOT NULL,
	"key" text NOT NULL,
	"side" text NOT NULL,
	"row" jsonb,
	CONSTRAINT "merged_rows_person_id_table_name_column_name_key_side_pk" PRIMARY KEY("person_id","table_name","column_name","key","side")
);
--> statement-breakpoint
CREATE TABLE "unmerged_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"survivor_id" uuid NOT NULL,
	"unmerged_by" uuid NOT NULL,
	"unmerged_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"account" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merged_people" ADD CONSTRAINT "merged_people_survivor_id_people_id_fk" FOREIGN KEY ("survivor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_people" ADD CONSTRAINT "merged_people_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_rows" ADD CONSTRAINT "merged_rows_person_id_merged_people_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."merged_people"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unmerged_people" ADD CONSTRAINT "unmerged_people_unmerged_by_users_id_fk" FOREIGN KEY ("unmerged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merged_people_survivor" ON "merged_people" USING btree ("survivor_id");--> statement-breakpoint
CREATE INDEX "merged_people_external_id" ON "merged_people" USING btree ("external_id") WHERE "merged_people"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "merged_people_upn" ON "merged_people" USING btree ("upn") WHERE "merged_people"."upn" is not null;--> statement-breakpoint
CREATE INDEX "merged_people_uln" ON "merged_people" USING btree ("uln") WHERE "merged_people"."uln" is not null;--> statement-breakpoint
CREATE INDEX "unmerged_people_person" ON "unmerged_people" USING btree ("person_id","unmerged_at");--> statement-breakpoint
CREATE INDEX "unmerged_people_survivor" ON "unmerged_people" USING btree ("survivor_id","unmerged_at");--> statement-breakpoint
CREATE INDEX "submissions_person" ON "submissions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "incoming_children_person" ON "incoming_children" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rejected_candidates_person" ON "rejected_candidates" USING btree ("person_id");--> statement-breakpoint
-- The second lock: all three are for staff alone.
alter table merged_people enable row level security;
--> statement-breakpoint
create policy merged_people_access on merged_people using ((select send_acts_inside()));
--> statement-breakpoint
alter table merged_rows enable row level security;
--> statement-breakpoint
create policy merged_rows_access on merged_rows using ((select send_acts_inside()));
--> statement-breakpoint
alter table unmerged_people enable row level security;
--> statement-breakpoint
create policy unmerged_people_access on unmerged_people using ((select send_acts_inside()));
--> statement-breakpoint
-- The log of unmerged records is added to and read, never changed; the list of what was moved stays as it was written.
revoke update, delete on unmerged_people from send_app;
--> statement-breakpoint
revoke update on merged_rows from send_app;
