CREATE TABLE "form_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"page_id" text NOT NULL,
	"author_user_id" uuid NOT NULL,
	"words" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid
);
--> statement-breakpoint
CREATE TABLE "form_helpers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"role" text NOT NULL,
	"page_ids" text[],
	"email" text NOT NULL,
	"colleague_user_id" uuid,
	"organisation_id" uuid,
	"token_hash" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"joined_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "form_helpers_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "page_visits" (
	"submission_id" uuid NOT NULL,
	"page_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "page_visits_submission_id_page_id_user_id_pk" PRIMARY KEY("submission_id","page_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "form_comments" ADD CONSTRAINT "form_comments_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_comments" ADD CONSTRAINT "form_comments_author_user_id_users_id_fk" FOREIGN KEY ("author_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_comments" ADD CONSTRAINT "form_comments_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_helpers" ADD CONSTRAINT "form_helpers_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_helpers" ADD CONSTRAINT "form_helpers_colleague_user_id_users_id_fk" FOREIGN KEY ("colleague_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_helpers" ADD CONSTRAINT "form_helpers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_helpers" ADD CONSTRAINT "form_helpers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_visits" ADD CONSTRAINT "page_visits_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_visits" ADD CONSTRAINT "page_visits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_comments_submission" ON "form_comments" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "form_helpers_submission" ON "form_helpers" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "form_helpers_user" ON "form_helpers" USING btree ("user_id","submission_id") WHERE "form_helpers"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
alter table form_helpers add constraint form_helpers_sound check (
  (user_id is null) = (joined_at is null)
  and (ended_at is null) = (end_reason is null)
  and (colleague_user_id is null) = (organisation_id is null)
);
--> statement-breakpoint
-- Staff read nothing of this: it is no part of what is sent. The owner asks in and sends away; a helper reads their own row.
create function send_owns_form(form uuid) returns boolean language sql stable as $$
  select (select current_setting('send.user_kind', true)) = 'system'
    or exists (select from submissions where id = form and owner_user_id = send_acting_user())
$$;
--> statement-breakpoint
alter table form_helpers enable row level security;
--> statement-breakpoint
create policy form_helpers_owner on form_helpers using (send_owns_form(submission_id));
--> statement-breakpoint
create policy form_helpers_self on form_helpers for select using (user_id = (select send_acting_user()));
--> statement-breakpoint
-- Submissions and answers know no helpers, because a row of them cannot tell one page from another. What hangs on a page can.
create function send_helps_on(form uuid, page text) returns boolean language sql stable as $$
  select exists (select from form_helpers helper
    where helper.submission_id = form and helper.user_id = send_acting_user() and helper.ended_at is null
      and (helper.page_ids is null or page = any (helper.page_ids))
      and (helper.organisation_id is null or exists (select from organisation_members member
        where member.organisation_id = helper.organisation_id and member.user_id = helper.user_id
          and member.state = 'active')))
$$;
--> statement-breakpoint
alter table form_comments enable row level security;
--> statement-breakpoint
create policy form_comments_access on form_comments
  using (send_owns_form(submission_id) or send_helps_on(submission_id, page_id));
--> statement-breakpoint
alter table page_visits enable row level security;
--> statement-breakpoint
create policy page_visits_access on page_visits
  using (send_owns_form(submission_id) or send_helps_on(submission_id, page_id));
