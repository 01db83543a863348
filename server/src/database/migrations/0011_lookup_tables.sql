CREATE TABLE "lookup_entries" (
	"table_id" uuid NOT NULL,
	"code" text NOT NULL,
	"place" integer NOT NULL,
	"description_en" text NOT NULL,
	"description_cy" text,
	"external_code" text,
	"active_from" date,
	"active_to" date,
	CONSTRAINT "lookup_entries_table_id_code_pk" PRIMARY KEY("table_id","code")
);
--> statement-breakpoint
CREATE TABLE "lookup_tables" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "lookup_tables_name" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "lookup_entries" ADD CONSTRAINT "lookup_entries_table_id_lookup_tables_id_fk" FOREIGN KEY ("table_id") REFERENCES "public"."lookup_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lookup_tables" ADD CONSTRAINT "lookup_tables_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Answers keep the codes of entries: the application can end an entry, and never delete one.
revoke delete on lookup_tables, lookup_entries from send_app;
