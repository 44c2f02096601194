/** What an `icecandidateerror` means: RFC 8489 §14.8 and RFC 8656 §19; 701 is webrtc-pc's own, for no answer at all. */
export function explainIceError(code: number): string {
  switch (code) {
    case 400:
      return 'The server could not read the question.';
    case 401:
      return 'The TURN server does not know this user name with this password, and says so once.';
    case 403:
      return 'The TURN server forbids this.';
    case 420:
      return 'The server does not understand something that it was asked.';
    case 437:
      return 'The TURN server knows nothing of this allocation.';
    case 438:
      return 'The TURN server wants to be asked again, with a newer word of its own.';
    case 486:
      return 'This user already has as much of the TURN server as is allowed.';
    case 508:
      return 'The TURN server has no room left.';
    case 701:
      return 'Nobody answered there, from this one network interface. Judge by the candidates: others may have had an answer.';
    default:
      return code >= 500 ? 'The server has a trouble of its own.' : 'The server refused.';
  }
}
