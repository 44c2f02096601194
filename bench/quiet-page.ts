import type { Browser } from '@playwright/test';

/** Evaluates an expression in a page, and waits for what it promises. */
export type QuietPage = <Value>(expression: string) => Promise<Value>;

type Answer = { id?: number; method?: string; result?: { result: { value: unknown }; exceptionDetails?: unknown } };

/**
 * A page in a window of its own, as nobody debugs it. In its own pages Playwright has the debugger listen to whatever runs:
 * there V8 takes a second, longer stack whenever the page takes one. A page of a context that it does not know it lets go.
 */
export async function openQuietPage(browser: Browser, url: string): Promise<QuietPage> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    newWindow: true,
  });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  let asked = 0;

  function ask(method: string, params: object, isAnswer: (answer: Answer, id: number) => boolean): Promise<Answer> {
    const id = ++asked;
    const answered = new Promise<Answer>((resolve) => {
      session.on('Target.receivedMessageFromTarget', function hear({ message }) {
        const answer: Answer = JSON.parse(message);
        if (!isAnswer(answer, id)) return;
        session.off('Target.receivedMessageFromTarget', hear);
        resolve(answer);
      });
    });
    const message = JSON.stringify({ id, method, params });
    return session.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered);
  }

  const isReply = (answer: Answer, id: number) => answer.id === id;
  await ask('Page.enable', {}, isReply);
  await ask('Page.navigate', { url }, ({ method }) => method === 'Page.loadEventFired');
  return async <Value>(expression: string) => {
    const { result } = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, isReply);
    if (result!.exceptionDetails) throw new Error(JSON.stringify(result!.exceptionDetails));
    return result!.result.value as Value;
  };
}
