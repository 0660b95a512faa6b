#!/usr/bin/env bash
# Replaces the nodes of compose.yaml by those of the image that it names now, one after the other, persisters first:
#   upgrade.sh [OPTION OF DOCKER COMPOSE…], for example --profile cluster
# Build or pull the new image before. Of the other containers only those are replaced whose settings have changed.
set -euo pipefail
folder=$(dirname "${BASH_SOURCE[0]}")
compose() { ${COMPOSE:-docker compose} -f "$folder/../compose.yaml" "$@"; }
for service in persister-1 chat-1 chat-2 rest-1; do
  compose "$@" up -d --no-build --wait "$service"
done
compose "$@" up -d --no-build --wait
# A file that is mounted stays the old one until its container starts again.
compose "$@" exec -T proxy cat /etc/nginx/conf.d/default.conf | cmp -s - "$folder/nginx.conf" || compose "$@" restart proxy
