CREATE TABLE "upload_parts" (
	"upload_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"blob_id" uuid NOT NULL,
	CONSTRAINT "upload_parts_upload_id_number_pk" PRIMARY KEY("upload_id","number"),
	CONSTRAINT "upload_parts_blob" UNIQUE("blob_id")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"file_id" uuid,
	"refusal" text
);
--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_blob_id_blobs_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_submission" ON "uploads" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "uploads_touched" ON "uploads" USING btree ("touched_at");--> statement-breakpoint
-- A settled upload became a file or was refused, and an unfinished one is neither.
alter table uploads add constraint uploads_settled check (
  num_nonnulls(file_id, refusal) = case when settled_at is null then 0 else 1 end
);
--> statement-breakpoint
alter table uploads enable row level security;
--> statement-breakpoint
create policy uploads_access on uploads using (exists (select from submissions where id = submission_id));
--> statement-breakpoint
alter table upload_parts enable row level security;
--> statement-breakpoint
create policy upload_parts_access on upload_parts using (exists (select from uploads where id = upload_id));
