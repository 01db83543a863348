CREATE TABLE "name_words" (
	"key" bigint NOT NULL,
	"word" text NOT NULL,
	"person_key" bigint NOT NULL,
	CONSTRAINT "name_words_key_word_pk" PRIMARY KEY("key","word")
);
--> statement-breakpoint
CREATE INDEX "name_words_person_key" ON "name_words" USING btree ("person_key");--> statement-breakpoint
alter table name_words enable row level security;
--> statement-breakpoint
create policy name_words_access on name_words using ((select send_acts_inside()));
--> statement-breakpoint
-- A job notes the names of everybody who is on record already, as it makes their keys anew.
insert into unkeyed_people (person_id) select id from people on conflict do nothing;
