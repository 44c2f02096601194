import { useEffect, useState } from 'preact/hooks';
import { handOver } from './hand-over.ts';
import { unpack } from './letter-link.ts';

/** What is shown where an answer came by link: it belongs to the window that wrote the offer. */
export function HandedOver({ link, signal }: { link: string; signal: AbortSignal }) {
  const [answer, setAnswer] = useState('');
  const [isTaken, setTaken] = useState(false);
  useEffect(() => {
    unpack(link).then((text) => {
      setAnswer(text);
      handOver(text, signal).then(() => setTaken(true));
    });
  }, [link, signal]);
  return (
    <div class="by-hand-lab">
      <p class="sentence" role="status">
        {isTaken
          ? 'The window that wrote the offer has taken the answer. This one can be closed.'
          : 'An answer came with this link. It belongs to the window that wrote the offer, and none in this browser has taken it. If it is open elsewhere, paste this there:'}
      </p>
      {!isTaken && <textarea readOnly rows={6} value={answer} aria-label="The answer" />}
    </div>
  );
}
