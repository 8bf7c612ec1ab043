// Every part of the UI kit in light, dark and a colourful theme, side by side: `npm run dev`, then /kit/. No build has it.
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/content.css';
import '../shared/styles/frame.css';
import './kit.css';
import { render } from 'preact';
import { palette } from '../shared/telegram/theme';
import { Kit } from './kit';

const THEMES: Record<string, Record<string, string>> = {
  light: { bg_color: '#ffffff', secondary_bg_color: '#efeff4', text_color: '#000000', button_color: '#2481cc' },
  dark: { bg_color: '#17212b', secondary_bg_color: '#0e1621', text_color: '#f5f5f5', button_color: '#5288c1' },
  colourful: { bg_color: '#fff4e0', secondary_bg_color: '#ffe3b8', text_color: '#3b2500', button_color: '#ffb000' },
};

const theme = THEMES[new URLSearchParams(location.search).get('theme') ?? ''];
const place = document.getElementById('app') as HTMLElement;

if (theme) {
  const { dark, variables } = palette(theme, false);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
  render(<Kit />, place);
} else {
  render(
    <div class="kit-frames">
      {Object.keys(THEMES).map((name) => (
        <iframe key={name} title={name} src={`?theme=${name}`} />
      ))}
    </div>,
    place,
  );
}
