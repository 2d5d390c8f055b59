#!/bin/sh
# Run by test/torture/rest.ts in name spaces of its own: the places of a desktop session lie on the disk IMAGE, the only
# way out is a network card nobody listens behind, and its packets are counted into COUNTED after the command.
#   inside.sh IMAGE AT COUNTED COMMAND…
set -eu
image=$1 at=$2 counted=$3
shift 3
mount -o loop "$image" "$at"
mkdir -p "$at/tmp" "$at/var-tmp"
chmod 1777 "$at/tmp" "$at/var-tmp"
mount --bind "$at/var-tmp" /var/tmp
mount --bind "$at/tmp" /tmp
ip link set lo up
ip link add way-out type veth peer name nobody
echo 1 >/proc/sys/net/ipv6/conf/way-out/disable_ipv6 2>/dev/null || true
ip addr add 10.99.0.2/24 dev way-out
ip link set nobody up
ip link set way-out up
ip route add default via 10.99.0.1
packets() { ip -s -j link show way-out | tr ',' '\n' | sed -n 's/.*"tx":{"bytes.*/tx/p;s/"packets":\([0-9]*\).*/\1/p' | tail -1; }
before=$(packets)
code=0
(cd /tmp && "$@") || code=$?
after=$(packets)
# Somebody does send something: the counter must move.
node -e "const s=require('node:dgram').createSocket('udp4');s.send('x',9,'10.99.0.1',()=>setTimeout(()=>s.close(),1500))" || true
printf '{"packets":%d,"control":%d}' "$((after - before))" "$(($(packets) - after))" >"$counted"
sync
umount /tmp /var/tmp
umount "$at"
exit "$code"
