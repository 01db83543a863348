CREATE TABLE "authority_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_faces" (
	"face" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authority_settings" ADD CONSTRAINT "authority_settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_faces" ADD CONSTRAINT "portal_faces_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
alter table authority_settings add constraint authority_settings_one check (id = 1);
--> statement-breakpoint
alter table portal_faces add constraint portal_faces_known check (face in ('citizen', 'professional'));
--> statement-breakpoint
-- The second lock: what a portal says is for everybody to read, and for staff alone to write.
alter table authority_settings enable row level security;
--> statement-breakpoint
alter table portal_faces enable row level security;
--> statement-breakpoint
create policy authority_settings_read on authority_settings for select using (true);
--> statement-breakpoint
create policy authority_settings_write on authority_settings using ((select send_acts_inside()));
--> statement-breakpoint
create policy portal_faces_read on portal_faces for select using (true);
--> statement-breakpoint
create policy portal_faces_write on portal_faces using ((select send_acts_inside()));
