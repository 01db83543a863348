-- The application's role: no DDL, and of the audit trail only reading and adding.
-- The role itself is made before the migrations run, because it belongs to the cluster.
revoke create on schema public from public;
--> statement-breakpoint
grant usage on schema public to send_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to send_app;
--> statement-breakpoint
grant usage, select on all sequences in schema public to send_app;
--> statement-breakpoint
-- Tables of later migrations.
alter default privileges in schema public grant select, insert, update, delete on tables to send_app;
--> statement-breakpoint
alter default privileges in schema public grant usage, select on sequences to send_app;
--> statement-breakpoint
revoke all on audit_events from send_app;
--> statement-breakpoint
grant select, insert on audit_events to send_app;
