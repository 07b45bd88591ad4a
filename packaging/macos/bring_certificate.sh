#!/usr/bin/env bash
# Puts the certificate of the environment into a keychain of its own, and the notary's account beside it:
# MACOS_CERTIFICATE (PKCS 12, base64), MACOS_CERTIFICATE_PASSWORD, and for the notary APPLE_ID, APPLE_TEAM, APPLE_PASSWORD.
set -euo pipefail

keychain=$RUNNER_TEMP/hsp-calc.keychain-db
certificate=$RUNNER_TEMP/certificate.p12
password=$(openssl rand -hex 16)

security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
trap 'rm -f "$certificate"' EXIT
base64 --decode <<< "$MACOS_CERTIFICATE" > "$certificate"
security import "$certificate" -P "$MACOS_CERTIFICATE_PASSWORD" -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
if [[ -n "${APPLE_ID:-}" ]]; then
  xcrun notarytool store-credentials hsp-calc --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
fi
