ALTER TABLE "answers" ADD COLUMN "confirmed_from" jsonb;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "asked_child" jsonb;