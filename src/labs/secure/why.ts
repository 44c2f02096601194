type Place = Pick<Location, 'protocol' | 'hostname'>;

const thisMachine = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

export const isThisMachine = ({ hostname }: Pick<Place, 'hostname'>) => thisMachine.test(hostname);

/** Why a page that came from there is a secure context, or none. */
export function why({ protocol, hostname }: Place, isSecure: boolean): string {
  const isHttps = protocol === 'https:';
  if (isSecure && isHttps) return 'It came over HTTPS: nobody on the way can have read or changed it.';
  if (isSecure && isThisMachine({ hostname }))
    return 'It came from the very machine that shows it: there is no way on which anybody could have changed it.';
  if (isSecure) return 'It came over plain HTTP, and this browser trusts it all the same: somebody has told it to.';
  if (isHttps || isThisMachine({ hostname })) return 'It would be one, but it sits in a page that is none.';
  return 'It came over plain HTTP from another machine: anybody on the way could have changed it, and would be given your camera along with it.';
}
