CREATE TABLE "aside_answers" (
	"submission_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"form_version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"aside_at" timestamp with time zone NOT NULL,
	CONSTRAINT "aside_answers_submission_id_question_id_form_version_pk" PRIMARY KEY("submission_id","question_id","form_version")
);
--> statement-breakpoint
ALTER TABLE "form_versions" ADD COLUMN "effective_from" date;--> statement-breakpoint
ALTER TABLE "forms" ADD COLUMN "live_from" date;--> statement-breakpoint
ALTER TABLE "forms" ADD COLUMN "live_until" date;--> statement-breakpoint
ALTER TABLE "submission_files" ADD COLUMN "aside_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "pages_to_review" text[];--> statement-breakpoint
ALTER TABLE "aside_answers" ADD CONSTRAINT "aside_answers_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submissions_in_progress" ON "submissions" USING btree ("form_id","form_version","id") WHERE "submissions"."status" = 'inProgress';
--> statement-breakpoint
alter table aside_answers enable row level security;
--> statement-breakpoint
-- What was set aside is no part of what is sent: its owner reads it, and the job that moves forms. Staff never do.
create policy aside_answers_access on aside_answers
  using (
    (select current_setting('send.user_kind', true)) = 'system'
    or exists (
      select from submissions where id = submission_id and owner_user_id = (select send_acting_user()) offset 0
    )
  );
--> statement-breakpoint
-- Internal forms of before were valid from the day on which they were published, and are on no portal.
update form_versions set effective_from = (published_at at time zone 'Europe/London')::date
  where definition->>'family' = 'internal';
--> statement-breakpoint
update forms set live = false
  where exists (select from form_versions where form_id = id and effective_from is not null);
