-- Who acts does not change within a statement: asked as a sub-select it is answered once, not once a row.
alter policy submissions_access on submissions
  using ((select send_acts_inside()) or owner_user_id = (select send_acting_user()));
--> statement-breakpoint
alter policy people_access on people using ((select send_acts_inside()));
--> statement-breakpoint
alter policy relationships_access on relationships using ((select send_acts_inside()));
--> statement-breakpoint
alter policy incoming_children_access on incoming_children using ((select send_acts_inside()));
--> statement-breakpoint
alter policy involvements_access on involvements using ((select send_acts_inside()));
--> statement-breakpoint
alter policy involvement_access_access on involvement_access using ((select send_acts_inside()));
--> statement-breakpoint
alter policy chronology_entries_access on chronology_entries using ((select send_acts_inside()));
--> statement-breakpoint
alter policy chronology_access_access on chronology_access using ((select send_acts_inside()));
--> statement-breakpoint
alter policy child_access_inside on child_access using ((select send_acts_inside()));
--> statement-breakpoint
alter policy child_access_own on child_access using (user_id = (select send_acting_user()));
