import { apply, bare, construct, defineProperty, getOwnPropertyDescriptor, selfContained } from './natives.ts';

const proxies = selfContained(new WeakSet<object>());

/** Whether looking at this object would run code of the page. Known of every proxy made since `watchProxies`. */
export const isProxy = (object: object) => proxies.has(object);

/**
 * Remembers every proxy that a page makes. Nothing in the language tells a proxy from its target without setting off
 * its traps, and pages do hand proxies to a peer connection: reactive state is made of them.
 */
export function watchProxies(page: typeof globalThis) {
  const native = page.Proxy;
  const { revocable } = native;
  const remembering = new native(revocable, bare<ProxyHandler<typeof revocable>>({ apply: rememberRevocable }));
  defineProperty(native, 'revocable', { ...getOwnPropertyDescriptor(native, 'revocable'), value: remembering });
  const value = new native(native, bare<ProxyHandler<typeof native>>({ construct: rememberProxy }));
  defineProperty(page, 'Proxy', { ...getOwnPropertyDescriptor(page, 'Proxy'), value });
}

function rememberProxy(target: ProxyConstructor, given: object[], made: NewableFunction): object {
  const proxy = construct(target, given, made);
  proxies.add(proxy);
  return proxy;
}

function rememberRevocable(target: ProxyConstructor['revocable'], self: unknown, given: readonly unknown[]): object {
  const revocable = apply(target, self, given);
  proxies.add(revocable.proxy);
  return revocable;
}
