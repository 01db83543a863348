CREATE TABLE "person_external_ids" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"base_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"incoming_child_id" uuid NOT NULL,
	"known_since" timestamp with time zone NOT NULL,
	CONSTRAINT "person_external_ids_number" UNIQUE("base_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "person_external_ids" ADD CONSTRAINT "person_external_ids_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_external_ids" ADD CONSTRAINT "person_external_ids_base_id_bases_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."bases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_external_ids_person" ON "person_external_ids" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_external_ids_child" ON "person_external_ids" USING btree ("incoming_child_id");--> statement-breakpoint
ALTER TABLE "person_external_ids" ADD CONSTRAINT "person_external_ids_incoming_child_id_incoming_children_id_fk" FOREIGN KEY ("incoming_child_id") REFERENCES "public"."incoming_children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The second lock: under which numbers schools know somebody is for staff alone.
alter table person_external_ids enable row level security;
--> statement-breakpoint
create policy person_external_ids_access on person_external_ids using ((select send_acts_inside()));
--> statement-breakpoint
-- What lines of schools told before they were looked up apart. A number that is also the authority’s own of the person is left:
-- by it a wrong match may have come about, unless the match itself took it over. So is one that stands for two people.
insert into person_external_ids (id, person_id, base_id, external_id, incoming_child_id, known_since)
select distinct on (child.base_id, child.external_id)
  gen_random_uuid(), child.person_id, child.base_id, child.external_id, child.id, child.settled_at
from incoming_children child
join people person on person.id = child.person_id
where child.source = 'school' and child.state = 'ready' and child.settled_at is not null
  and child.base_id is not null and btrim(child.external_id) <> ''
  and child.external_id !~ U&'[[:cntrl:]\FFFD]' and child.external_id !~ U&'^[=+@\FF1D\FF0B\FF20]' and length(child.external_id) <= 200
  and (
    (person.external_id is distinct from child.external_id and not exists (
      select from merged_people merged
      where merged.survivor_id = person.id and merged.external_id = child.external_id))
    or exists (
      select from imported_values imported
      where imported.incoming_child_id = child.id and imported.field = 'externalId' and imported.imported = child.external_id)
  )
  and not exists (
    select from incoming_children other
    where other.source = 'school' and other.base_id = child.base_id and other.external_id = child.external_id
      and other.person_id <> child.person_id)
order by child.base_id, child.external_id, child.settled_at, child.id;
--> statement-breakpoint
-- There is nothing left to decide where the number stands on its own now.
delete from import_conflicts conflict using person_external_ids known, incoming_children child
where conflict.unit = 'externalId' and conflict.state = 'open' and child.id = conflict.incoming_child_id
  and known.person_id = conflict.person_id and known.base_id = child.base_id and known.external_id = child.external_id;
--> statement-breakpoint
-- Whoever waits may have been weighed by a number of another system. The job that makes keys has all of them weighed again.
insert into unkeyed_people (person_id)
select person_id from person_external_ids
union
select person.id from incoming_children child
cross join lateral jsonb_to_recordset(child.candidates) as candidate ("personId" uuid, rule text)
join people person on person.id = candidate."personId"
where child.base_id is not null and child.state not in ('ready', 'discarded') and candidate.rule = 'knownExternalId'
on conflict do nothing;
