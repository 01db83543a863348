ALTER TABLE "people" ADD COLUMN "inactive_since" date;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "inactive_reason" text;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "earlier_line" jsonb;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "corrects_id" uuid;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD COLUMN "settled_by_rule_of" text;--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_corrects_id_incoming_children_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_children_number" ON "incoming_children" USING btree ("base_id","external_id") WHERE "incoming_children"."source" = 'school';--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_inactive" CHECK (("people"."inactive_since" is null) = ("people"."inactive_reason" is null));--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_corrected" CHECK (("incoming_children"."earlier_line" is null) = ("incoming_children"."corrected_at" is null) and ("incoming_children"."source" = 'school' or ("incoming_children"."earlier_line" is null and "incoming_children"."corrects_id" is null)));--> statement-breakpoint
ALTER TABLE "incoming_children" ADD CONSTRAINT "incoming_children_settled_by" CHECK ("incoming_children"."settled_by_rule_of" is null or ("incoming_children"."settled_by" is null and "incoming_children"."source" = 'school' and "incoming_children"."state" = 'ready' and "incoming_children"."decision" = 'addedAsNew'));