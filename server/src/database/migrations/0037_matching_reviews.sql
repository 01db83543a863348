CREATE TABLE "matching_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incoming_child_id" uuid NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"model_version" integer,
	"candidates" jsonb NOT NULL,
	"best_person_id" uuid,
	"best_probability" double precision,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"reviewed_share" smallint,
	"draw" double precision
);
--> statement-breakpoint
CREATE TABLE "second_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"shown" jsonb NOT NULL,
	"verdict" text,
	"person_id" uuid,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	CONSTRAINT "second_reviews_decision" UNIQUE("decision_id"),
	CONSTRAINT "second_reviews_sound" CHECK (("second_reviews"."verdict" is null) = ("second_reviews"."reviewed_by" is null) and ("second_reviews"."verdict" is null) = ("second_reviews"."reviewed_at" is null) and ("second_reviews"."verdict" is not distinct from 'thisOne') = ("second_reviews"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "matching_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"automatic_from" double precision,
	"reviewed_share" smallint NOT NULL,
	"seed" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "matching_decisions" ADD CONSTRAINT "matching_decisions_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching_decisions" ADD CONSTRAINT "matching_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_reviews" ADD CONSTRAINT "second_reviews_decision_id_matching_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."matching_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_reviews" ADD CONSTRAINT "second_reviews_reviewed_by_users_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching_settings" ADD CONSTRAINT "matching_settings_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matching_decisions_decided" ON "matching_decisions" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "matching_decisions_child" ON "matching_decisions" USING btree ("incoming_child_id");--> statement-breakpoint
CREATE INDEX "second_reviews_waiting" ON "second_reviews" USING btree ("id") WHERE "second_reviews"."verdict" is null;--> statement-breakpoint
CREATE INDEX "matching_settings_source" ON "matching_settings" USING btree ("source","id");
--> statement-breakpoint
-- The second lock: what officers decide and review, and the seed of the draw, are for staff alone.
alter table matching_settings enable row level security;
--> statement-breakpoint
create policy matching_settings_access on matching_settings using ((select send_acts_inside()));
--> statement-breakpoint
alter table matching_decisions enable row level security;
--> statement-breakpoint
create policy matching_decisions_access on matching_decisions using ((select send_acts_inside()));
--> statement-breakpoint
alter table second_reviews enable row level security;
--> statement-breakpoint
create policy second_reviews_access on second_reviews using ((select send_acts_inside()));
--> statement-breakpoint
-- Settings and decisions are added and read; of a review only what the second officer says is written, once.
revoke update, delete on matching_settings, matching_decisions from send_app;
--> statement-breakpoint
revoke update, delete on second_reviews from send_app;
--> statement-breakpoint
grant update (verdict, person_id, reviewed_by, reviewed_at) on second_reviews to send_app;
