CREATE TABLE "import_conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incoming_child_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"incoming" jsonb NOT NULL,
	"trust" text NOT NULL,
	"rule_scope" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "import_conflicts_unit" UNIQUE("incoming_child_id","unit"),
	CONSTRAINT "import_conflicts_decided" CHECK (("import_conflicts"."state" = 'open') = ("import_conflicts"."decided_by" is null) and ("import_conflicts"."state" = 'open') = ("import_conflicts"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "import_rule_sets" (
	"scope" text PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imported_values" ALTER COLUMN "imported_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_values" ADD COLUMN "rule" text;--> statement-breakpoint
ALTER TABLE "imported_values" ADD COLUMN "rule_scope" text;--> statement-breakpoint
ALTER TABLE "import_conflicts" ADD CONSTRAINT "import_conflicts_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflicts" ADD CONSTRAINT "import_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflicts" ADD CONSTRAINT "import_conflicts_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rule_sets" ADD CONSTRAINT "import_rule_sets_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_conflicts_open" ON "import_conflicts" USING btree ("incoming_child_id") WHERE "import_conflicts"."state" = 'open';--> statement-breakpoint
CREATE INDEX "import_conflicts_person" ON "import_conflicts" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "imported_values" ADD CONSTRAINT "imported_values_stamp" CHECK (("imported_values"."imported_by" is null) = ("imported_values"."rule" is not null) and ("imported_values"."rule" is null) = ("imported_values"."rule_scope" is null));
--> statement-breakpoint
-- The second lock, as that of imported values: for staff alone.
alter table import_conflicts enable row level security;
--> statement-breakpoint
create policy import_conflicts_access on import_conflicts using ((select send_acts_inside()));
