-- An `exists` that the planner may turn into a scan of all submissions costs more with every form sent;
-- `offset 0` keeps it a look at one row of the primary key.
alter policy answers_access on answers
  using (exists (select from submissions where id = submission_id offset 0));
--> statement-breakpoint
alter policy submission_files_access on submission_files
  using (exists (select from submissions where id = submission_id offset 0));
