-- Runs on MySQL 9 and on MariaDB.

-- The folded names by which people are found: made by the application, which also fills it for the rows that exist
-- (a row without one was written before, or by a node of the version before). The index finds those rows, and a search
-- reads it instead of the table.
ALTER TABLE app_user
    ADD COLUMN search_key VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD KEY app_user_search_key (search_key);
