CREATE TABLE "advice_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"named_user_id" uuid,
	"form_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"note" text,
	"held_by" uuid,
	"handed_by" uuid,
	"submission_id" uuid,
	"not_known_at" timestamp with time zone,
	"not_known_by" uuid,
	"what_checked" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdraw_reason" text,
	CONSTRAINT "advice_requests_submission" UNIQUE("submission_id")
);
--> statement-breakpoint
CREATE TABLE "hidden_children" (
	"user_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"hidden_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hidden_children_user_id_person_id_pk" PRIMARY KEY("user_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_named_user_id_users_id_fk" FOREIGN KEY ("named_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_form_id_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."forms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_held_by_users_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_handed_by_users_id_fk" FOREIGN KEY ("handed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_not_known_by_users_id_fk" FOREIGN KEY ("not_known_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_requests" ADD CONSTRAINT "advice_requests_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_children" ADD CONSTRAINT "hidden_children_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_children" ADD CONSTRAINT "hidden_children_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "advice_requests_person" ON "advice_requests" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "advice_requests_organisation" ON "advice_requests" USING btree ("organisation_id") WHERE "advice_requests"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- An answer is given once, and what is said goes with the one who said it.
alter table advice_requests add constraint advice_requests_not_known
  check ((not_known_at is null) = (not_known_by is null) and (not_known_at is null) = (what_checked is null)
    and not (not_known_at is not null and withdrawn_at is not null));
--> statement-breakpoint
alter table advice_requests add constraint advice_requests_withdrawn
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null));
--> statement-breakpoint
-- Whether the acting portal user works for an organisation at this moment, verified by the authority.
create function send_works_for(organisation uuid) returns boolean language sql stable as $$
  select exists (select from organisation_members
    where organisation_id = organisation and user_id = send_acting_user() and state = 'active'
      and coalesce((
        select newest.decision = 'verified' and (newest.expires_at is null or newest.expires_at > send_now())
        from professional_verifications newest where newest.user_id = organisation_members.user_id
        order by newest.decided_at desc, newest.id desc limit 1), false))
$$;
--> statement-breakpoint
-- When a form was sent: all that colleagues of its owner, who do not see the form, are told of it.
create function send_submitted_at(submission uuid) returns timestamptz
  language sql stable security definer set search_path = public as
  $$ select submitted_at from submissions where id = submission $$;
--> statement-breakpoint
-- What somebody began for an organisation is theirs as long as they work for it.
alter policy submissions_access on submissions
  using ((select send_acts_inside()) or (owner_user_id = (select send_acting_user())
    and (organisation_id is null or send_works_for(organisation_id))));
--> statement-breakpoint
alter table advice_requests enable row level security;
--> statement-breakpoint
create policy advice_requests_access on advice_requests using ((select send_acts_inside()));
--> statement-breakpoint
create policy advice_requests_asked on advice_requests for select
  using (withdrawn_at is null and send_works_for(organisation_id));
--> statement-breakpoint
create policy advice_requests_answering on advice_requests for update
  using (withdrawn_at is null and send_works_for(organisation_id));
--> statement-breakpoint
-- Who the child is, is told to those who are asked about it, and for a while after they answered.
create function send_asked_about(child uuid) returns boolean language sql stable as $$
  select exists (select from advice_requests
    where person_id = child and withdrawn_at is null and send_works_for(organisation_id)
      and coalesce(coalesce(not_known_at, send_submitted_at(submission_id)) > send_now() - interval '30 days', true))
$$;
--> statement-breakpoint
create policy people_asked_about on people for select using (send_asked_about(id));
--> statement-breakpoint
alter table hidden_children enable row level security;
--> statement-breakpoint
create policy hidden_children_own on hidden_children
  using ((select send_acts_inside()) or user_id = (select send_acting_user()));
