CREATE TABLE "keeping_periods" (
	"id" integer PRIMARY KEY NOT NULL,
	"keep_days" integer NOT NULL,
	"remind_days" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "window_id" uuid;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "save_number" integer;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "promised_until" date;--> statement-breakpoint
ALTER TABLE "keeping_periods" ADD CONSTRAINT "keeping_periods_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submissions_resting" ON "submissions" USING btree ("changed_at") WHERE "submissions"."status" = 'inProgress';--> statement-breakpoint
alter table keeping_periods add constraint keeping_periods_sound
  check (id = 1 and remind_days >= 1 and keep_days > remind_days);
--> statement-breakpoint
alter table submissions add constraint submissions_reminded
  check ((reminded_at is null) = (promised_until is null));
