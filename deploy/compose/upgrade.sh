#!/usr/bin/env bash
# Replaces the nodes of compose.yaml by those of the image that it names now, one after the other, persisters first:
#   upgrade.sh [OPTION OF DOCKER COMPOSE…], for example --profile cluster
# Build or pull the new image before.
set -euo pipefail
compose=${COMPOSE:-docker compose}
file=$(dirname "${BASH_SOURCE[0]}")/../compose.yaml
for service in persister-1 chat-1 chat-2 rest-1; do
  $compose -f "$file" "$@" up -d --no-build --no-deps --wait "$service"
done
$compose -f "$file" "$@" up -d --no-build --wait
