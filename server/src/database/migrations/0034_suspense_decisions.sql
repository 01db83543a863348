CREATE TABLE "suspense_holds" (
	"incoming_child_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sender_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incoming_child_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"withdrawn_for" text,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "sender_questions_sound" CHECK (("sender_questions"."answer" is null) = ("sender_questions"."answered_at" is null) and ("sender_questions"."answer" is null) = ("sender_questions"."answered_by" is null)
        and ("sender_questions"."withdrawn_for" is null) = ("sender_questions"."withdrawn_at" is null) and ("sender_questions"."withdrawn_for" is null) = ("sender_questions"."withdrawn_by" is null)
        and ("sender_questions"."answered_at" is null or "sender_questions"."withdrawn_at" is null))
);
--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "discard_reason" text;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "discard_words" text;--> statement-breakpoint
ALTER TABLE "suspense_holds" ADD CONSTRAINT "suspense_holds_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspense_holds" ADD CONSTRAINT "suspense_holds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspense_holds" ADD CONSTRAINT "suspense_holds_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_questions" ADD CONSTRAINT "sender_questions_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_questions" ADD CONSTRAINT "sender_questions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_questions" ADD CONSTRAINT "sender_questions_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_questions" ADD CONSTRAINT "sender_questions_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_questions" ADD CONSTRAINT "sender_questions_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sender_questions_open" ON "sender_questions" USING btree ("incoming_child_id") WHERE "sender_questions"."answered_at" is null and "sender_questions"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "sender_questions_child" ON "sender_questions" USING btree ("incoming_child_id","asked_at");--> statement-breakpoint
CREATE INDEX "sender_questions_submission" ON "sender_questions" USING btree ("submission_id","asked_at");--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_discarded" CHECK (("incoming_children"."state" = 'discarded') = ("incoming_children"."discard_reason" is not null) and ("incoming_children"."state" = 'discarded') = ("incoming_children"."decision" is not distinct from 'discarded'));
--> statement-breakpoint
-- The second lock: who holds a child is for staff alone.
alter table suspense_holds enable row level security;
--> statement-breakpoint
create policy suspense_holds_access on suspense_holds using ((select send_acts_inside()));
--> statement-breakpoint
-- The owner of the form reads what is asked about it, and answers; staff ask and withdraw.
alter table sender_questions enable row level security;
--> statement-breakpoint
create policy sender_questions_inside on sender_questions using ((select send_acts_inside()));
--> statement-breakpoint
create policy sender_questions_read on sender_questions for select using (send_owns_form(submission_id));
--> statement-breakpoint
create policy sender_questions_answer on sender_questions for update using (send_owns_form(submission_id))
  with check (answered_by = (select send_acting_user()) and withdrawn_at is null);
--> statement-breakpoint
-- Questions are kept as they were asked, whoever answered them or not.
revoke delete on sender_questions from send_app;
--> statement-breakpoint
-- A sender answers an open question and changes nothing else, not even their answer.
create function send_guard_question() returns trigger language plpgsql as $$
begin
  if not send_acts_inside() and (old.answered_at is not null or old.withdrawn_at is not null
    or (new.id, new.incoming_child_id, new.submission_id, new.question, new.asked_by, new.asked_at)
      is distinct from (old.id, old.incoming_child_id, old.submission_id, old.question, old.asked_by, old.asked_at)) then
    raise exception 'A sender answers an open question and changes nothing else' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger sender_questions_guard before update on sender_questions
  for each row execute function send_guard_question();
