#!/bin/bash
# What the published image does at its first start, as far as compose.yaml needs it.
set -e
root=/mysql data=/var/lib/mysql
server=("$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu:$root/usr/lib/mysql/private"
  "$root/usr/sbin/mysqld" --no-defaults --user=root "--datadir=$data" "--basedir=$root/usr"
  "--lc-messages-dir=$root/usr/share/mysql" --mysqlx=OFF --secure-file-priv=NULL --socket=/tmp/mysql.sock)
if [ ! -d "$data/mysql" ]; then
  "${server[@]}" --initialize-insecure
  cat >/tmp/init.sql <<SQL
CREATE DATABASE $MYSQL_DATABASE;
CREATE USER '$MYSQL_USER'@'%' IDENTIFIED BY '$(cat "$MYSQL_PASSWORD_FILE")';
GRANT ALL ON $MYSQL_DATABASE.* TO '$MYSQL_USER'@'%';
ALTER USER root@localhost IDENTIFIED BY '$(cat "$MYSQL_ROOT_PASSWORD_FILE")';
SQL
  server+=(--init-file=/tmp/init.sql)
fi
exec "${server[@]}"
