ALTER TABLE "people" ADD COLUMN "known_as_given_names" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "known_as_family_name" text;--> statement-breakpoint
-- Whoever is called otherwise now is found by it: the trigger that notes whose keys are to be made watches these columns too.
drop trigger people_unkeyed on people;
--> statement-breakpoint
create trigger people_unkeyed after insert or update of
  given_names, family_name, former_family_name, known_as_given_names, known_as_family_name, date_of_birth, postcode, upn, nhs_number
  on people for each row execute function note_unkeyed_person();
--> statement-breakpoint
-- People are found by every family name that they had, also by those in the history alone.
create function note_renamed_person() returns trigger language plpgsql as $$
begin
  if coalesce(new.unit, old.unit) = 'familyName' then
    insert into unkeyed_people (person_id)
      select id from people where id in (old.person_id, new.person_id)
      on conflict (person_id) do update set since = now();
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger person_changes_unkeyed after insert or update or delete on person_changes
  for each row execute function note_renamed_person();
--> statement-breakpoint
insert into unkeyed_people (person_id)
select distinct person_id from person_changes where unit = 'familyName' and kind = 'changed'
on conflict do nothing;
