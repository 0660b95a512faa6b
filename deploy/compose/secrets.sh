#!/usr/bin/env bash
# Makes what compose.yaml takes as secrets, unless it exists: passwords, the token key and a certificate for localhost.
#   secrets.sh [HOSTNAME]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
hostname=${1:-localhost}
# The folder keeps others out; the files are readable because the users inside the containers differ.
mkdir -p secrets
chmod 700 secrets
cd secrets
umask 022
password() { openssl rand -hex 24 | tr -d '\n'; }
[ -e database-password ] || password >database-password
[ -e database-root-password ] || password >database-root-password
[ -e token-key.pem ] || (umask 077 && openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out token-key.pem 2>/dev/null)
[ -e fullchain.pem ] || openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj "/CN=$hostname" \
  -addext "subjectAltName=DNS:$hostname,IP:127.0.0.1" -keyout privkey.pem -out fullchain.pem 2>/dev/null
# The probe of the profile monitoring waits until it has accounts.
[ -e probe-accounts ] || : >probe-accounts
chmod 644 ./*
