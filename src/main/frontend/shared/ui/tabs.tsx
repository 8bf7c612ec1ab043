import { go } from '../route';
import { haptic } from '../telegram/environment';
import { Icon, type IconName } from './icon';

export interface Tab {
  path: string;
  icon: IconName;
  text: string;
}

/** The pages that are always at hand. */
export function Tabs({ label, tabs, active }: { label: string; tabs: Tab[]; active: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ path, icon, text }) => (
        <a
          key={path}
          href={`#${path}`}
          aria-current={path === active ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            haptic('select');
            go(path);
          }}
        >
          <Icon name={icon} />
          {text}
        </a>
      ))}
    </nav>
  );
}
