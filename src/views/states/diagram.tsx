import { type Arc, arcsOf, roomFor, rowHeight } from './arcs.ts';
import { type MachineName, machines } from './machines.ts';
import { waysOn } from './text.ts';

type Props = { name: MachineName; way: readonly string[] };

/** One machine: where it is, which way it came, and where it may go from here. */
export function Diagram({ name, way }: Props) {
  const machine = machines[name];
  const now = way.at(-1);
  const room = roomFor(machine);
  const came = new Set(way.slice(1).map((to, index) => `${way[index]} ${to}`));
  const next = waysOn(name, way);
  return (
    <figure class="machine" data-machine={name}>
      <figcaption>{name}</figcaption>
      <div class="diagram" style={{ '--longest': Math.max(...machine.states.map(({ length }) => length)) }}>
        <Arcs side="left" machine={name} {...{ came, now, width: room.left }} />
        <ol>
          {machine.states.map((state) => (
            <li
              key={state}
              data-state={state}
              data-now={state === now}
              data-been={way.includes(state)}
              data-next={next.some(({ to }) => to === state)}
              aria-current={state === now ? 'true' : undefined}
            >
              {state}
            </li>
          ))}
        </ol>
        <Arcs side="right" machine={name} {...{ came, now, width: room.right }} />
      </div>
      <details>
        <summary>{next.length ? `may go to ${next.length}` : 'may go nowhere'}</summary>
        <p>Came: {way.join(' → ')}</p>
        <ul>
          {next.map(({ to, by }) => (
            <li key={to}>
              <b>{to}</b> {by}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

type ArcsProps = {
  side: Arc['side'];
  machine: MachineName;
  came: ReadonlySet<string>;
  now: string | undefined;
  width: number;
};

const importance = { other: 0, came: 1, next: 2, both: 3 };

function Arcs({ side, machine, came, now, width }: ArcsProps) {
  const height = machines[machine].states.length * rowHeight;
  const role = ({ from, to }: Arc) => {
    const wasTaken = came.has(`${from} ${to}`);
    return from === now ? (wasTaken ? 'both' : 'next') : wasTaken ? 'came' : 'other';
  };
  const arcs = arcsOf(machines[machine])
    .filter((arc) => arc.side === side)
    .map((arc) => ({ ...arc, role: role(arc) }) as const)
    .toSorted((a, b) => importance[a.role] - importance[b.role]);
  return (
    <svg
      class="arcs"
      viewBox={`${side === 'left' ? -width : 0} 0 ${width} ${height}`}
      style={{ '--width': width, '--height': height }}
      aria-hidden="true"
    >
      {arcs.map(({ from, to, path, tip, role }) => (
        <g key={`${from} ${to}`} data-edge={`${from} → ${to}`} data-role={role}>
          <path class="way" d={path} />
          {role !== 'other' && <path class="tip" d={tip} />}
        </g>
      ))}
    </svg>
  );
}
