import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { shortDate } from '../../shared/text/time';
import { type Bar, roundUp } from './series';
import { text } from './text';

/** One kind of what a bar is made of. */
export interface Kind {
  /** Its colour and pattern, as a class. */
  look: string;
  name: string;
  sign?: string;
}

interface Props {
  title: string;
  total: string;
  hint?: string | undefined;
  /** Against the days before. */
  trend?: number | null | undefined;
  kinds: Kind[];
  bars: Bar[];
  /** The end of the axis, where it is given by what is measured. */
  top?: number;
  format: (value: number) => string;
  /** For the axis, where there is little room. */
  shortFormat?: (value: number) => string;
}

const HEIGHT = 132;
const AXIS = 54;
const TOP = 8;

/** Bars over time: a finger, or the arrow keys, lead along them; all figures stand in a table as well. */
export function Plot({ title, total, hint, trend, kinds, bars, top, format, shortFormat = format }: Props) {
  const [chosen, choose] = useState<number>();
  const shown = chosen === undefined ? undefined : bars[chosen];
  return (
    <section class="card plot" aria-label={title}>
      <h2 class="section-title">{title}</h2>
      <p class="plot-total">
        {total}
        {!!trend && (
          <small class={trend > 0 ? 'more' : 'less'}>{`${trend > 0 ? '↑' : '↓'}\u00a0${Math.abs(trend)}\u00a0%`}</small>
        )}
      </p>
      <p class="hint" aria-live="polite">
        {shown ? `${days(shown)}: ${format(sum(shown))}` : hint}
      </p>
      <Bars
        title={title}
        kinds={kinds}
        bars={bars}
        top={top}
        chosen={chosen}
        onChoose={choose}
        format={format}
        shortFormat={shortFormat}
      />
      {kinds.length > 1 && <Legend kinds={kinds} bars={bars} />}
      <details class="figures">
        <summary>{text().table}</summary>
        <table>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.from}>
                <th scope="row">{days(bar)}</th>
                <td>{format(sum(bar))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

interface BarsProps extends Pick<Props, 'title' | 'kinds' | 'bars' | 'format'> {
  top: number | undefined;
  chosen: number | undefined;
  onChoose: (index: number | undefined) => void;
  shortFormat: (value: number) => string;
}

function Bars({ title, kinds, bars, top, chosen, onChoose, format, shortFormat }: BarsProps) {
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  const highest = top ?? roundUp(Math.max(1, ...bars.map(sum)));
  const lowest = 0 - roundUp(-Math.min(0, ...bars.map(sum)));
  const y = (value: number) => TOP + ((HEIGHT - TOP) * (highest - value)) / (highest - lowest);
  const step = (width - AXIS) / bars.length;
  const ticks = [lowest, 0, highest / 2, highest].filter((tick, index, all) => all.indexOf(tick) === index);

  const under = (event: PointerEvent) => {
    const x = event.clientX - (area.current?.getBoundingClientRect().left ?? 0);
    onChoose(Math.max(0, Math.min(bars.length - 1, Math.floor(x / step))));
  };
  const last = bars.length - 1;
  const at = bars[chosen ?? last];

  return (
    <div class="bars" ref={area} onPointerDown={under} onPointerMove={(event) => event.buttons > 0 && under(event)}>
      <svg width={width} height={HEIGHT + 20} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick} class="tick">
            <path class={tick === 0 ? 'zero' : ''} d={`M0 ${y(tick)}H${width - AXIS}`} />
            <text x={width - AXIS + 6} y={y(tick) + 4}>
              {Number.isInteger(tick) && shortFormat(tick)}
            </text>
          </g>
        ))}
        {chosen !== undefined && <rect class="chosen" x={chosen * step} y={0} width={step} height={HEIGHT} rx={4} />}
        {bars.map((bar, index) => (
          <g key={bar.from}>
            {stacked(bar).map(
              ([from, to], part) =>
                from !== to && (
                  <rect
                    key={part}
                    class={`part ${kinds[part]?.look ?? ''}`}
                    x={index * step + step * 0.12}
                    width={step * 0.76}
                    y={Math.min(y(from), y(to))}
                    height={Math.max(1.5, Math.abs(y(to) - y(from)))}
                  />
                ),
            )}
          </g>
        ))}
        <text class="end" x={0} y={HEIGHT + 16}>
          {shortDate(bars[0]?.from ?? '')}
        </text>
        <text class="end last" x={width - AXIS} y={HEIGHT + 16}>
          {shortDate(bars[last]?.to ?? '')}
        </text>
      </svg>
      <input
        type="range"
        class="plot-keys"
        aria-label={title}
        aria-valuetext={at && `${days(at)}: ${format(sum(at))}`}
        min={0}
        max={last}
        value={chosen ?? last}
        onInput={(event) => onChoose(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

function Legend({ kinds, bars }: Pick<Props, 'kinds' | 'bars'>) {
  const counts = kinds.map((_, part) => bars.reduce((total, bar) => total + (bar.parts[part] ?? 0), 0));
  return (
    <ul class="legend">
      {kinds.map(
        ({ look, name, sign }, part) =>
          (counts[part] ?? 0) > 0 && (
            <li key={look}>
              <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
                <rect class={`part ${look}`} width="14" height="14" rx="3" />
              </svg>
              <span aria-hidden="true">{sign}</span>
              {`${name}: ${counts[part]}`}
            </li>
          ),
      )}
    </ul>
  );
}

/** Where each part of a bar begins and ends, one upon another. */
function stacked({ parts }: Bar): [from: number, to: number][] {
  let base = 0;
  return parts.map((part) => {
    const from = base;
    base += part;
    return [from, base];
  });
}

function sum({ parts }: Bar): number {
  return parts.reduce((total, part) => total + part, 0);
}

function days({ from, to }: Bar): string {
  return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`;
}

const USUAL_WIDTH = 326;

function useWidth(area: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const measure = () => setWidth(area.current?.clientWidth || USUAL_WIDTH);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return width;
}
