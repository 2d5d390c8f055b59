/** What stands in the vault beside its files, so that nobody needs Vigil to get at their own cases. It names nobody. */
export const openWithoutVigil = `OPENING THIS VAULT WITHOUT VIGIL
=================================

You need a way in: the passphrase; or the passphrase and its key file; or enough recovery
shares. And a computer you trust, and these well-known things:
  1. Python 3 with the package "cryptography", version 44 or newer
  2. for recovery shares: the Python package "shamir-mnemonic", version 0.3 or newer
  3. SQLCipher, version 4 (the command is called sqlcipher)
  4. a COPY of this folder: never work on the only one

Whoever sees what the program below prints can read everything in this vault.
Do this where nobody is watching, and not on a computer that is connected.

Step 1. Save the lines between the two dashed lines as key.py beside keys.vk.
Step 2. With a passphrase, run:            python3 key.py           and type it.
        With a passphrase and a key file:  python3 key.py KEYFILE   and type it.
        With recovery shares, run:         python3 key.py shares    and type the words
        of one share a line, then an empty line.
        It prints one line that begins with PRAGMA key.
Step 3. Run:  sqlcipher case.db  and paste that line. Then:
          .tables                     lists what is there
          .output everything.sql
          .dump                       writes all of it to a file, IN CLEAR
Step 4. Only to read who changed what: save the second program as said.py. In sqlcipher:
          .output record.sql
          .dump said_words entry change      writes the record to a file, IN CLEAR
        Then run:  python3 said.py  beside it. It prints each entry,
        and under it what it changed: table, row, column, before, after.

-----------------------------------------------------------------------------
import getpass, hashlib, hmac, json, sys, unicodedata
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

def hkdf(key, salt, info):
    return HKDF(SHA256(), 32, salt, info.encode()).derive(key)

def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

def blocks(data):
    found = []
    for copy in (data[:8192], data[8192:16384]):
        if copy[:8] != b"VIGILVK1" or hashlib.sha256(copy[:-32]).digest() != copy[-32:]:
            continue
        end = 20 + int.from_bytes(copy[8:12], "big")
        generation = int.from_bytes(copy[12:20], "big")
        found.append((generation, copy[:end], copy[end:end + 32], json.loads(copy[20:end])))
    return sorted(found, key=lambda block: -block[0])

def data_key(slot, vault_id, secret, key_file):
    if slot["type"] != "recovery":
        kdf = slot["kdf"]
        secret = Argon2id(salt=bytes.fromhex(kdf["salt"]), length=32, iterations=kdf["t"],
                          lanes=kdf["p"], memory_cost=kdf["m"]).derive(secret)
    if slot["type"] == "passphrase+keyfile":
        secret += key_file
    bound = canonical({name: slot[name] for name in slot if name != "wrapped"}) + vault_id
    key = hkdf(secret, vault_id, "vigil/kek/v1/" + slot["type"])
    return AESGCM(key).decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), bound)[:32]

def typed_passphrase():
    typed = getpass.getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\\n")
    typed = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in typed)
    return unicodedata.normalize("NFC", typed).encode()

def typed_shares():
    from shamir_mnemonic import combine_mnemonics
    return combine_mnemonics(list(iter(lambda: " ".join(sys.stdin.readline().split()), "")))

def read_key_file(name):
    head, key, check = open(name).read().split("\\n")[:3]
    key = bytes.fromhex(key)
    if head != "vigil-keyfile 1" or hashlib.sha256(key).hexdigest()[:8] != check.strip():
        sys.exit("This is not a key file, or it is damaged.")
    return key

given = sys.argv[1] if len(sys.argv) > 1 else None
types = ["recovery"] if given == "shares" else ["passphrase+keyfile", "passphrase"] if given else ["passphrase"]
key_file = read_key_file(given) if given not in (None, "shares") else b""
secret = typed_shares() if given == "shares" else typed_passphrase()
for generation, signed, mac, block in blocks(open("keys.vk", "rb").read()):
    vault_id = bytes.fromhex(block["vault_id"])
    for slot in sorted(block["slots"], key=lambda slot: slot["type"] != types[0]):
        if slot["type"] not in types:
            continue
        try:
            key = data_key(slot, vault_id, secret, key_file)
        except InvalidTag:
            continue
        expected = hmac.digest(hkdf(key, vault_id, "vigil/sub/v1/hdr-mac"), signed, "sha256")
        if hmac.compare_digest(mac, expected):
            sys.exit(print("PRAGMA key = \\"x'" + hkdf(key, vault_id, "vigil/sub/v1/db").hex() + "'\\";"))
sys.exit("This does not open this vault, or keys.vk is damaged.")
-----------------------------------------------------------------------------

The second program:
-----------------------------------------------------------------------------
import json, sqlite3, zlib

db = sqlite3.connect(":memory:")
db.executescript(open("record.sql", encoding="utf-8").read())
words = {version: text.encode() for version, text in db.execute("SELECT version, words FROM said_words")}

def told(said):
    if said is None:
        return [["(sealed or destroyed)", None, None]]
    if said[:1] != b"[":
        said = zlib.decompressobj(-15, zdict=words[said[0]]).decompress(said[1:])
    return json.loads(said)

for seq, at, actor, operation in db.execute("SELECT seq, at, actor, operation FROM entry ORDER BY seq"):
    print(seq, at, actor, operation)
    changes = db.execute("SELECT tbl, row, said FROM change WHERE entry = ? ORDER BY id", [seq])
    for table, row, said in changes.fetchall():
        for column, before, after in told(said):
            print("   ", table, row, column, json.dumps([before, after], ensure_ascii=False))
-----------------------------------------------------------------------------

WHAT IS WHAT
keys.vk   Two copies of 8192 bytes. Each: "VIGILVK1", length of the JSON (4 bytes, most
          significant first), generation (8 bytes), JSON, HMAC-SHA-256, zeros, and in the last 32
          bytes the SHA-256 of all bytes before them. The whole copy with the highest generation rules.
          A slot holds the data key: Argon2id of the passphrase (UTF-8, NFC; m in KiB, t passes, p lanes,
          version 1.3, 32 bytes), then HKDF-SHA-256 (salt: vault_id; info: "vigil/kek/v1/passphrase"),
          then AES-256-GCM. Bound to it: the slot's JSON without "wrapped", keys sorted, no spaces,
          followed by the 16 bytes of vault_id. "wrapped" is the 32 bytes of the data key,
          32 bytes that only this person has, and the 16 bytes of the tag.
          A slot "passphrase+keyfile": the 32 bytes of the key file stand after the 32 of Argon2id before
          HKDF, and its info ends with the type. A key file is text: "vigil-keyfile 1", the bytes in
          hex, the first 4 bytes of their SHA-256 in hex. A slot "recovery": HKDF of the 32 bytes that k of
          n shares give (SLIP-0039, one group, no passphrase), info "vigil/kek/v1/recovery".
          Every other key is HKDF-SHA-256 of the data key (salt: vault_id; info: "vigil/sub/v1/" + its
          name): "db" for the database, "hdr-mac" for keys.vk, "seal-mac" for seal.vs.
case.db   SQLCipher 4 with its usual settings and the key "db" as a raw key.
          Table change has one row for each row that was written, with what it said: JSON as it is,
          [[column, before, after], ...], or one byte for a version and then the same JSON packed as
          raw DEFLATE, with the words of that version in table said_words set before it.
seal.vs   What case.db was when it was last closed. Not needed for reading.
`
