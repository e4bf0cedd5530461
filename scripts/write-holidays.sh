#!/usr/bin/env bash
# Writes Infrastructure/Campaigns/Holidays.txt, the days on which work rests or is made up in China, from the npm package chinese-days (MIT),
# which follows the notices of the State Council. Run it when the package has a new year, and give running campaigns the new days by
# PUT /admin/v1/campaign-days. Needs Node.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly package=chinese-days@1.5.7
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" "$package" >/dev/null
tar -xzf "$folder"/*.tgz -C "$folder"
PACKAGE=$package node - "$folder/package/dist/chinese-days.json" >Infrastructure/Campaigns/Holidays.txt <<'JS'
const { holidays, workdays } = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
const lines = (days, kind) =>
  Object.entries(days)
    .filter(([day]) => day >= '2016')
    .map(([day, names]) => `${day} ${kind} ${names.split(',')[1]}`);
console.log(`# ${process.env.PACKAGE} (MIT), written by scripts/write-holidays.sh: day, kind, name`);
console.log([...lines(holidays, 'DayOff'), ...lines(workdays, 'Workday')].sort().join('\n'));
JS
