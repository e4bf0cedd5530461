#!/usr/bin/env bash
# Run by the MySQL container once, when its volume is still empty: craftsman, with which the API serves, and
# craftsman_migrator, which owns the schema.
set -euo pipefail

MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root <<SQL
CREATE USER 'craftsman'@'%' IDENTIFIED BY '$CRAFTSMAN_DB_PASSWORD';
GRANT SELECT, INSERT, UPDATE, DELETE ON craftsman.* TO 'craftsman'@'%';
CREATE USER 'craftsman_migrator'@'%' IDENTIFIED BY '$CRAFTSMAN_MIGRATOR_PASSWORD';
GRANT ALL ON craftsman.* TO 'craftsman_migrator'@'%';
SQL
