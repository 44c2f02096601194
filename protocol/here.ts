/** What the server says about the place a page is served from: `/api/here`. */
export type Here = {
  /** What its clock says, in milliseconds since 1970: whoever watches may have another one. */
  now: number;
  /** Whether others on the network are let in. */
  lan: boolean;
  https: boolean;
  /** Where they find us, the address to try first in front. */
  addresses: { http: string; https?: string }[];
  /** What a device may choose to trust: absent with a certificate of one's own. */
  authority?: { name: string; fingerprint: string; until: string };
};
