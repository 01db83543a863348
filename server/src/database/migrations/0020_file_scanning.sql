CREATE TABLE "file_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"staff_open_unscanned" boolean NOT NULL,
	"file_megabytes" integer NOT NULL,
	"form_megabytes" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submission_files" ALTER COLUMN "blob_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_files" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "submission_files" ADD COLUMN "refusal" text;--> statement-breakpoint
ALTER TABLE "submission_files" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submission_files" ADD COLUMN "scan_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "file_settings" ADD CONSTRAINT "file_settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submission_files_unchecked" ON "submission_files" USING btree ("scan_asked_at") WHERE "submission_files"."state" in ('checking', 'notScanned');--> statement-breakpoint
-- A refused file has a reason and no bytes; every other has its bytes.
alter table submission_files add constraint submission_files_state check (
  state in ('checking', 'clean', 'refused', 'notScanned')
  and (state = 'refused') = (blob_id is null)
  and (state = 'refused') = (refusal is not null)
);
--> statement-breakpoint
alter table file_settings add constraint file_settings_once check (id = 1);
