WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

INSERT INTO hr.jobs (job_id, job_title) VALUES ('DBA', 'Administrator');
/
CREATE INDEX hr.jobs_title_ix ON hr.jobs (job_title);
/
COMMIT;
/
EXIT 0
