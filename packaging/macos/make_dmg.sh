#!/usr/bin/env bash
# The disk image of macOS from the .app that packaging/bundle.py leaves: make_dmg.sh VERSION
# With MACOS_IDENTITY it is signed, and with MACOS_NOTARY_PROFILE (made by xcrun notarytool store-credentials) notarised.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=$1
app="build/bundle/dist/HSP Calc.app"
image="dist/hsp-calc-$version-macos-$(uname -m).dmg"
content=build/bundle/dmg

if [[ -n "${MACOS_IDENTITY:-}" ]]; then
  codesign --force --deep --options runtime --timestamp \
    --entitlements packaging/macos/entitlements.plist --sign "$MACOS_IDENTITY" "$app"
  codesign --verify --deep --strict "$app"
fi

rm -rf "$content"
mkdir -p "$content" dist
cp -R "$app" "$content/"
ln -s /Applications "$content/Applications"
hdiutil create -volname "HSP Calc" -srcfolder "$content" -fs HFS+ -format UDZO -ov "$image"

if [[ -n "${MACOS_IDENTITY:-}" ]]; then
  codesign --timestamp --sign "$MACOS_IDENTITY" "$image"
  if [[ -n "${MACOS_NOTARY_PROFILE:-}" ]]; then
    xcrun notarytool submit "$image" --keychain-profile "$MACOS_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
  fi
fi
