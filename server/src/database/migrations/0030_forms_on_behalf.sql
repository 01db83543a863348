CREATE TABLE "form_origins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"received_on" date NOT NULL,
	"from_name" text NOT NULL,
	"from_relationship" text NOT NULL,
	"from_contact" text NOT NULL,
	"signed_by" text,
	"signed_on" date
);
--> statement-breakpoint
ALTER TABLE "incoming_children" DROP CONSTRAINT "incoming_children_sender";--> statement-breakpoint
ALTER TABLE "internal_forms" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD COLUMN "origin_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "origin_id" uuid;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_origin_id_form_origins_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."form_origins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_origin_id_form_origins_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."form_origins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "internal_forms_on_behalf" ON "internal_forms" USING btree ("started_at") WHERE "internal_forms"."status" = 'unfinished' and "internal_forms"."origin_id" is not null;--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_origin" UNIQUE("origin_id");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_origin" UNIQUE("origin_id");--> statement-breakpoint
ALTER TABLE "internal_forms" ADD CONSTRAINT "internal_forms_about" CHECK (("internal_forms"."person_id" is null) <> ("internal_forms"."origin_id" is null));--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_sender" CHECK (("incoming_children"."owner_user_id" is null) = ("incoming_children"."source" in ('school', 'onBehalf')) and ("incoming_children"."as_written" is not null) = ("incoming_children"."source" = 'school'));
--> statement-breakpoint
alter table form_origins add constraint form_origins_channel check (channel in ('paper', 'telephone', 'inPerson'));
--> statement-breakpoint
alter table form_origins add constraint form_origins_signed check ((signed_by is null) = (signed_on is null));
--> statement-breakpoint
-- Whom a form came from is no sender of the portals, and nobody there reads it.
alter table form_origins enable row level security;
--> statement-breakpoint
create policy form_origins_access on form_origins using ((select send_acts_inside()));
--> statement-breakpoint
-- A form that was entered for somebody is sent when it is completed: it comes on a chronology by another way, or never.
alter table internal_forms drop constraint internal_forms_status;
--> statement-breakpoint
alter table internal_forms add constraint internal_forms_status check (
  status in ('unfinished', 'completed', 'discarded')
  and (status = 'completed' and origin_id is null) = (entry_id is not null)
);
