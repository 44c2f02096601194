import { Component, type FunctionComponent, h } from 'preact';

/** Draws again only when something that it is given is another thing than before: of a large class few change at a time. */
export const memo = <Props extends object>(draw: FunctionComponent<Props>) =>
  class extends Component<Props> {
    override shouldComponentUpdate(next: Props) {
      const [names, before] = [Object.keys(next) as (keyof Props)[], Object.keys(this.props)];
      return names.length !== before.length || names.some((name) => next[name] !== this.props[name]);
    }
    override render(props: Props) {
      return h(draw, props);
    }
  };
