CREATE TABLE "internal_form_answers" (
	"internal_form_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"value" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"window_id" uuid NOT NULL,
	"save_number" integer NOT NULL,
	CONSTRAINT "internal_form_answers_internal_form_id_question_id_pk" PRIMARY KEY("internal_form_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "internal_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"form_version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"revision" integer NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"amends_entry_id" uuid,
	"reason" text,
	"entry_id" uuid,
	"person_facts" jsonb,
	CONSTRAINT "internal_forms_entry" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "internal_form_answers" ADD CONSTRAINT "internal_form_answers_internal_form_id_internal_forms_id_fk" FOREIGN KEY ("internal_form_id") REFERENCES "public"."internal_forms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_form_answers" ADD CONSTRAINT "internal_form_answers_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_form_id_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."forms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_amends_entry_id_chronology_entries_id_fk" FOREIGN KEY ("amends_entry_id") REFERENCES "public"."chronology_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_entry_id_chronology_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."chronology_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "internal_forms_person" ON "internal_forms" USING btree ("person_id","status");--> statement-breakpoint
CREATE INDEX "internal_forms_started_by" ON "internal_forms" USING btree ("started_by","status");--> statement-breakpoint
CREATE INDEX "internal_forms_changed_by" ON "internal_forms" USING btree ("changed_by","status");--> statement-breakpoint
CREATE UNIQUE INDEX "internal_forms_amends" ON "internal_forms" USING btree ("amends_entry_id") WHERE "internal_forms"."status" <> 'discarded';--> statement-breakpoint
-- The second lock: what staff write about a child is for staff alone.
alter table internal_forms enable row level security;
--> statement-breakpoint
create policy internal_forms_access on internal_forms using ((select send_acts_inside()));
--> statement-breakpoint
alter table internal_form_answers enable row level security;
--> statement-breakpoint
create policy internal_form_answers_access on internal_form_answers
  using (exists (select from internal_forms where id = internal_form_id offset 0));
--> statement-breakpoint
alter table internal_forms add constraint internal_forms_status
  check (status in ('unfinished', 'completed', 'discarded') and (status = 'completed') = (entry_id is not null));
