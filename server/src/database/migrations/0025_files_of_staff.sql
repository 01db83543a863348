ALTER TABLE "submission_files" DROP CONSTRAINT "submission_files_blob";--> statement-breakpoint
ALTER TABLE "submission_files" ALTER COLUMN "submission_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_files" ADD COLUMN "internal_form_id" uuid;--> statement-breakpoint
CREATE INDEX "submission_files_internal_form" ON "submission_files" USING btree ("internal_form_id");--> statement-breakpoint
CREATE INDEX "submission_files_blob" ON "submission_files" USING btree ("blob_id");--> statement-breakpoint
-- A file is of one form: one that somebody sends, or one that staff fill in.
alter table submission_files add constraint submission_files_internal_form_id_internal_forms_id_fk
  foreign key (internal_form_id) references internal_forms (id);
--> statement-breakpoint
alter table submission_files add constraint submission_files_one_form
  check (num_nonnulls(submission_id, internal_form_id) = 1);
--> statement-breakpoint
alter policy submission_files_access on submission_files using (
  exists (select from submissions where id = submission_id offset 0)
  or exists (select from internal_forms where id = internal_form_id offset 0)
);
