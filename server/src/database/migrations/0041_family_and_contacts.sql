CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"preferred" boolean NOT NULL,
	"ended_on" date,
	"row_version" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	CONSTRAINT "contacts_preferred" CHECK (not ("contacts"."preferred" and "contacts"."ended_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "relationships" ADD COLUMN "parental_responsibility" text DEFAULT 'notKnown' NOT NULL;--> statement-breakpoint
ALTER TABLE "relationships" ADD COLUMN "started_on" date;--> statement-breakpoint
ALTER TABLE "relationships" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "relationships" ADD COLUMN "row_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "relationships" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "relationships" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_person" ON "contacts" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_two" CHECK ("relationships"."child_id" <> "relationships"."carer_id");--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_days" CHECK ("relationships"."ended_on" >= "relationships"."started_on");
--> statement-breakpoint
-- The second lock: how people are reached is for staff alone, as is who is whose family (0009).
alter table contacts enable row level security;
--> statement-breakpoint
create policy contacts_access on contacts using ((select send_acts_inside()));
