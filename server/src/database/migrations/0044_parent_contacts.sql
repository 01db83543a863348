ALTER TABLE "incoming_children" ADD COLUMN "parent_contacts" jsonb DEFAULT '[]'::jsonb NOT NULL;
--> statement-breakpoint
-- Children are found by how their parents and carers are reached: whoever writes a contact or a family, the keys of the
-- children are made anew. Of a family without contacts there is nothing to be found by.
create function note_reached_children() returns trigger language plpgsql as $$
begin
  insert into unkeyed_people (person_id)
    select distinct family.child_id from relationships as family
    where family.carer_id in (old.person_id, new.person_id)
    on conflict (person_id) do update set since = now();
  return null;
end
$$;
--> statement-breakpoint
create trigger contacts_unkeyed after insert or delete or update of person_id, value, kind on contacts
  for each row execute function note_reached_children();
--> statement-breakpoint
create function note_related_child() returns trigger language plpgsql as $$
begin
  insert into unkeyed_people (person_id)
    select people.id from people where people.id in (old.child_id, new.child_id)
      and exists (select from contacts where contacts.person_id in (old.carer_id, new.carer_id))
    on conflict (person_id) do update set since = now();
  return null;
end
$$;
--> statement-breakpoint
create trigger relationships_unkeyed after insert or delete or update of child_id, carer_id on relationships
  for each row execute function note_related_child();
--> statement-breakpoint
insert into unkeyed_people (person_id)
select distinct family.child_id from relationships as family
join contacts on contacts.person_id = family.carer_id
on conflict do nothing;
--> statement-breakpoint
-- Of parents whose children wait the address is known; a number is read by the program alone, with the next form.
update incoming_children set parent_contacts = jsonb_build_array(jsonb_build_object('kind', 'email', 'value', lower(users.email)))
from users where users.id = incoming_children.owner_user_id and incoming_children.source = 'parent'
  and users.kind = 'citizen' and users.citizen_kind is distinct from 'youngPerson'
  and incoming_children.state not in ('ready', 'discarded');
