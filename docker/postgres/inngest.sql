-- Runs once, when the data directory is new: the Inngest server keeps its own tables in its own database.
create database inngest;
