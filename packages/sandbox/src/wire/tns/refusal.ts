// Which connect requests the listener's side refuses, and with which number.
import type { ConnectTarget } from "./connect-descriptor.ts"
import { TNS_NO_FREE_SERVER, TNS_NO_SUCH_SERVER, TNS_UNKNOWN_SERVICE, TNS_UNKNOWN_SID } from "./connect-packet.ts"

/** The listener's error number, null when the client may come in. `services` are in upper case. */
export const refusalOf = (
  target: ConnectTarget,
  services: ReadonlyArray<string>,
  isSurplus: boolean
): number | null => {
  if (isSurplus) return TNS_NO_FREE_SERVER
  if (target.service === null) return target.sid === null ? TNS_UNKNOWN_SERVICE : TNS_UNKNOWN_SID
  if (!services.includes(target.service)) return TNS_UNKNOWN_SERVICE
  return target.serverType === null || target.serverType === "DEDICATED" ? null : TNS_NO_SUCH_SERVER
}
