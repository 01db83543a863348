ALTER TABLE "password_resets" DROP CONSTRAINT "password_resets_user_id_users_id_fk";
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "citizen_kind" text;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_citizen_kind" CHECK ("users"."citizen_kind" is null or ("users"."kind" = 'citizen' and "users"."citizen_kind" in ('parentCarer', 'youngPerson')));