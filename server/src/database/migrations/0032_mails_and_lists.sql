CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"address" text NOT NULL,
	"about_kind" text,
	"about_id" uuid,
	"state" text NOT NULL,
	"failure" text,
	"status_code" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"tried_at" timestamp with time zone,
	"handed_over_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"receipt" text,
	"asked_at" timestamp with time zone,
	"sealed" text,
	"again_of" uuid,
	"dealt_with_at" timestamp with time zone,
	"dealt_with_by" uuid,
	"dealt_with_note" text,
	CONSTRAINT "mails_again_of" UNIQUE("again_of")
);
--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
CREATE INDEX "mails_created_at" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_user" ON "mails" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_about" ON "mails" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "mails_failed" ON "mails" USING btree ("settled_at") WHERE "mails"."state" in ('refused', 'givenUp');--> statement-breakpoint
CREATE INDEX "mails_to_ask" ON "mails" USING btree ("asked_at") WHERE "mails"."state" = 'handedOver' and "mails"."receipt" is not null;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "incoming_children_added" ON "incoming_children" USING btree ("organisation_id","child_key") WHERE "incoming_children"."organisation_id" is not null;
--> statement-breakpoint
alter table mails add constraint mails_dealt_with_by foreign key (dealt_with_by) references users(id);
--> statement-breakpoint
-- What is said of an e-mail goes together, and only one that did not arrive is dealt with.
alter table mails add constraint mails_sound check (
  (about_kind is null) = (about_id is null)
  and (settled_at is null) = (state in ('waiting', 'handedOver'))
  and (state not in ('refused', 'givenUp') or failure is not null)
  and (dealt_with_at is null) = (dealt_with_by is null)
  and (dealt_with_at is null or state in ('refused', 'givenUp'))
);
--> statement-breakpoint
-- Who was written to is for staff and jobs. Whoever acts, also somebody without an account, sets off e-mails.
alter table mails enable row level security;
--> statement-breakpoint
create policy mails_access on mails using ((select send_acts_inside()));
--> statement-breakpoint
create policy mails_posted on mails for insert with check (state = 'waiting' and dealt_with_at is null);
