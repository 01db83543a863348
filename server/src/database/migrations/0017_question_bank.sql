CREATE TABLE "bank_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"external_code" text,
	"latest_revision" integer NOT NULL,
	"row_version" integer NOT NULL,
	"retired_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "bank_questions_code" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "bank_revisions" (
	"question_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"frozen_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "bank_revisions_question_id_number_pk" PRIMARY KEY("question_id","number")
);
--> statement-breakpoint
CREATE TABLE "bank_uses" (
	"form_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"question_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "bank_uses_form_id_version_question_id_revision_pk" PRIMARY KEY("form_id","version","question_id","revision")
);
--> statement-breakpoint
CREATE TABLE "bundle_key" (
	"id" integer PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"sealed_private_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bundle_key_only_one" CHECK ("bundle_key"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "imported_bundles" (
	"form_id" uuid PRIMARY KEY NOT NULL,
	"source_form_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"definition" jsonb NOT NULL,
	"exported_at" timestamp with time zone NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"imported_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trusted_senders" (
	"fingerprint" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"name" text NOT NULL,
	"trusted_at" timestamp with time zone NOT NULL,
	"trusted_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bank_questions" ADD CONSTRAINT "bank_questions_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_revisions" ADD CONSTRAINT "bank_revisions_question_id_bank_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."bank_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_revisions" ADD CONSTRAINT "bank_revisions_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_uses" ADD CONSTRAINT "bank_uses_form_id_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."forms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_uses" ADD CONSTRAINT "bank_uses_question_id_bank_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."bank_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_bundles" ADD CONSTRAINT "imported_bundles_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_senders" ADD CONSTRAINT "trusted_senders_trusted_by_users_id_fk" FOREIGN KEY ("trusted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_uses_question" ON "bank_uses" USING btree ("question_id");--> statement-breakpoint
-- Forms name questions and revisions of the bank: the application can retire a question, and never delete one.
revoke delete on bank_questions, bank_revisions from send_app;
--> statement-breakpoint
revoke update, delete on bank_uses from send_app;
--> statement-breakpoint
-- The key that signs bundles is made once.
revoke update, delete on bundle_key from send_app;
--> statement-breakpoint
create function refuse_change_of_frozen_revision() returns trigger language plpgsql as $$
begin
  raise exception 'a frozen revision of a question is never changed';
end
$$;
--> statement-breakpoint
create trigger bank_revisions_frozen before update on bank_revisions
  for each row when (old.frozen_at is not null) execute function refuse_change_of_frozen_revision();
