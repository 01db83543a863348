ALTER TABLE "submissions" ADD COLUMN "sending_key" uuid;--> statement-breakpoint
-- A form sent before gets the key of the request that sent it, so that a repeat of it still gets its receipt.
UPDATE "submissions" SET "sending_key" = "idempotency_keys"."key" FROM "idempotency_keys"
WHERE "idempotency_keys"."procedure" = 'submissions.submit'
  AND "idempotency_keys"."result" #>> '{value,reference}' = "submissions"."reference";
