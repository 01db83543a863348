ALTER TABLE "people" ADD COLUMN "former_family_name" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "address_line_2" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "town" text;--> statement-breakpoint
CREATE INDEX "people_postcode" ON "people" USING btree ("postcode");