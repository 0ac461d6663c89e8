/** What a script runs to get a token and to read with it. Secrets are read from a file, not typed. */

/** The first thing the client may read, under the address where it stands. */
const READS: readonly (readonly [scope: string, path: string])[] = [
  ['households:read', '/api/v1/households?limit=100'],
  ['registers:read', '/api/v1/registers'],
  ['indicators:read', '/api/v1/indicators'],
  ['imports:read', '/api/v1/imports'],
  ['fund-plans:read', '/api/v1/fund-plans'],
  ['places:read', '/api/v1/places'],
]

const PICK = `python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'`

export const tokenBySecret = (address: string, id: string): string =>
  `# client.secret: one line, ${id}:<secret>, mode 600
TOKEN=$(curl -sS --fail -K <(echo "user = \\"$(cat client.secret)\\"") \\
  -d grant_type=client_credentials ${address}/oauth2/token | ${PICK})`

export const tokenByKey = (address: string, id: string): string =>
  `# key.pem: the private key; pip install python-jose[cryptography]
ASSERTION=$(python3 - <<'PY'
import time, uuid
from jose import jwt
now = int(time.time())
print(jwt.encode(
    {"iss": "${id}", "sub": "${id}", "aud": "${address}/oauth2/token",
     "jti": uuid.uuid4().hex, "iat": now, "exp": now + 60},
    open("key.pem").read(), algorithm="ES256"))
PY
)
TOKEN=$(curl -sS --fail -d grant_type=client_credentials \\
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\
  -d client_assertion=$ASSERTION ${address}/oauth2/token | ${PICK})`

export function readOf(address: string, scopes: readonly string[]): string {
  const path = READS.find(([scope]) => scopes.includes(scope))?.[1] ?? '/api/v1/places'
  return `curl -sS --fail -H "Authorization: Bearer $TOKEN" "${address}${path}"`
}
