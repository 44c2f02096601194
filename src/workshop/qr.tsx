import { drawQr } from '../components/trust/draw-qr.ts';

export function Qr({ text }: { text: string }) {
  return <div class="qr" ref={(frame) => frame?.replaceChildren(drawQr(text))} />;
}
