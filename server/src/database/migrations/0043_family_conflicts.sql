CREATE TABLE "imported_family" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incoming_child_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"object_id" uuid NOT NULL,
	"carer_id" uuid NOT NULL,
	"before" jsonb,
	"written" jsonb NOT NULL,
	"imported_by" uuid,
	"rule" text,
	"rule_scope" text,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "imported_family_stamp" CHECK (("imported_family"."imported_by" is null) = ("imported_family"."rule" is not null) and ("imported_family"."rule" is null) = ("imported_family"."rule_scope" is null)),
	CONSTRAINT "imported_family_ended" CHECK (("imported_family"."fact" = 'contactEnded') = ("imported_family"."before" is not null))
);
--> statement-breakpoint
ALTER TABLE "import_conflicts" DROP CONSTRAINT "import_conflicts_unit";--> statement-breakpoint
ALTER TABLE "import_conflicts" ADD COLUMN "told" jsonb;--> statement-breakpoint
ALTER TABLE "imported_family" ADD CONSTRAINT "imported_family_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_family" ADD CONSTRAINT "imported_family_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_family_child" ON "imported_family" USING btree ("incoming_child_id");--> statement-breakpoint
CREATE INDEX "name_words_word" ON "name_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "contacts_value" ON "contacts" USING btree (replace("value", ' ', ''));--> statement-breakpoint
CREATE UNIQUE INDEX "import_conflicts_unit" ON "import_conflicts" USING btree ("incoming_child_id","unit") WHERE "import_conflicts"."unit" <> 'family';--> statement-breakpoint
ALTER TABLE "import_conflicts" ADD CONSTRAINT "import_conflicts_told" CHECK (("import_conflicts"."unit" = 'family') = ("import_conflicts"."told" is not null));
--> statement-breakpoint
-- The second lock: what came to whose family is for staff alone (0009).
alter table imported_family enable row level security;
--> statement-breakpoint
create policy imported_family_access on imported_family using ((select send_acts_inside()));
