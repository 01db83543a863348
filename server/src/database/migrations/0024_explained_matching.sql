CREATE TABLE "candidate_keys" (
	"key" text NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "candidate_keys_key_person_id_pk" PRIMARY KEY("key","person_id")
);
--> statement-breakpoint
CREATE TABLE "candidate_terms" (
	"key" text NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "candidate_terms_key_term_pk" PRIMARY KEY("key","term")
);
--> statement-breakpoint
CREATE TABLE "unkeyed_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching_models" (
	"version" integer PRIMARY KEY NOT NULL,
	"estimated_at" timestamp with time zone NOT NULL,
	"people" integer NOT NULL,
	"children" integer NOT NULL,
	"model" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching_value_counts" (
	"version" integer NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "matching_value_counts_version_field_value_pk" PRIMARY KEY("version","field","value")
);
--> statement-breakpoint
CREATE TABLE "rejected_candidates" (
	"incoming_child_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rejected_by" uuid NOT NULL,
	"rejected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rejected_candidates_incoming_child_id_person_id_pk" PRIMARY KEY("incoming_child_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "scored_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "model_version" integer;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "best_probability" double precision;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "candidates" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate_keys" ADD CONSTRAINT "candidate_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unkeyed_people" ADD CONSTRAINT "unkeyed_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching_value_counts" ADD CONSTRAINT "matching_value_counts_version_matching_models_version_fk" FOREIGN KEY ("version") REFERENCES "public"."matching_models"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_candidates" ADD CONSTRAINT "rejected_candidates_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_candidates" ADD CONSTRAINT "rejected_candidates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_candidates" ADD CONSTRAINT "rejected_candidates_rejected_by_users_id_fk" FOREIGN KEY ("rejected_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_keys_person" ON "candidate_keys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unkeyed_people_since" ON "unkeyed_people" USING btree ("since");
--> statement-breakpoint
-- Compared as they stand, byte by byte, in whatever language the database sorts.
alter table candidate_keys alter column key type text collate "C";
--> statement-breakpoint
alter table candidate_terms alter column key type text collate "C", alter column term type text collate "C";
--> statement-breakpoint
alter table candidate_keys enable row level security;
--> statement-breakpoint
create policy candidate_keys_access on candidate_keys using (send_acts_inside());
--> statement-breakpoint
alter table candidate_terms enable row level security;
--> statement-breakpoint
create policy candidate_terms_access on candidate_terms using (send_acts_inside());
--> statement-breakpoint
alter table unkeyed_people enable row level security;
--> statement-breakpoint
create policy unkeyed_people_access on unkeyed_people using (send_acts_inside());
--> statement-breakpoint
alter table matching_value_counts enable row level security;
--> statement-breakpoint
create policy matching_value_counts_access on matching_value_counts using (send_acts_inside());
--> statement-breakpoint
alter table rejected_candidates enable row level security;
--> statement-breakpoint
create policy rejected_candidates_access on rejected_candidates using (send_acts_inside());
--> statement-breakpoint
-- A model that results name is never changed.
revoke update, delete on matching_models from send_app;
--> statement-breakpoint
-- Whoever writes people, their keys are made anew. The row is locked even when it is there, so that nobody takes it for
-- done who still sees the person as it was.
create function note_unkeyed_person() returns trigger language plpgsql as $$
begin
  insert into unkeyed_people (person_id) values (new.id) on conflict (person_id) do update set since = now();
  return null;
end
$$;
--> statement-breakpoint
create trigger people_unkeyed after insert or update of
  given_names, family_name, former_family_name, date_of_birth, postcode, upn, nhs_number
  on people for each row execute function note_unkeyed_person();
--> statement-breakpoint
-- A job makes the keys of everybody who is on record already.
insert into unkeyed_people (person_id) select id from people;
