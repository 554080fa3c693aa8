/**
 * The number of the agreement between the host and its plugins. It has its own count, apart from the packages' versions:
 * additive fields keep it, a change of meaning raises it. The host reads it from a plugin's package.json before importing it.
 */
export const CONTRACT_VERSION = 1
