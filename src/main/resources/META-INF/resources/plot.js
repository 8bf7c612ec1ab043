// Draws what base/ui/Plot.java describes. Colours come from the style sheet and are read anew when the page changes its own.
(() => {
    const COLOURS = 6;

    const css = (host, colour) => {
        const probe = host.appendChild(document.createElement('i'));
        probe.style.color = colour;
        const value = getComputedStyle(probe).color;
        probe.remove();
        // what ECharts cannot read, as oklch(), a canvas turns into numbers
        const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        pixel.fillStyle = value;
        pixel.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
        return `rgba(${r},${g},${b},${a / 255})`;
    };

    const writer = ({ unit, locale }) => {
        const style = {
            COUNT: { maximumFractionDigits: 1 },
            RUBLES: { style: 'currency', currency: 'RUB', currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0, maximumFractionDigits: 2 },
            PERCENT: { style: 'percent', maximumFractionDigits: 0 },
        }[unit];
        const scale = unit === 'COUNT' ? 1 : 100;
        return (notation) => {
            const format = new Intl.NumberFormat(locale, { ...style, ...notation });
            return (value) => (value === null || value === undefined || Number.isNaN(value) ? '–' : format.format(value / scale));
        };
    };

    const option = (spec, host) => {
        const text = css(host, 'var(--vaadin-text-color-secondary)');
        const strong = css(host, 'var(--vaadin-text-color)');
        const line = css(host, 'var(--vaadin-border-color-secondary)');
        const ground = css(host, 'var(--vaadin-background-color)');
        const write = writer(spec);
        const across = spec.shape === 'RANKING';
        const several = spec.series.length > 1;
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        const font = getComputedStyle(host).fontFamily;
        const labels = {
            type: 'category',
            data: spec.labels,
            inverse: across,
            boundaryGap: spec.shape !== 'LINE',
            axisLabel: { color: text, hideOverlap: true, ...(across ? { width: 130, overflow: 'truncate' } : {}) },
            axisLine: { lineStyle: { color: line } },
            axisTick: { show: false },
        };
        const values = {
            type: 'value',
            minInterval: spec.unit === 'COUNT' ? 1 : undefined,
            max: spec.unit === 'PERCENT' ? (scale) => Math.max(100, scale.max) : undefined,
            axisLabel: { color: text, formatter: write({ notation: 'compact', maximumFractionDigits: 1 }), hideOverlap: true },
            splitLine: { lineStyle: { color: line } },
        };
        return {
            animation: !still,
            animationDuration: 200,
            textStyle: { fontFamily: font, color: strong },
            color: Array.from({ length: COLOURS }, (_, i) => css(host, `var(--plot-${i + 1})`)),
            // the words are ours (see start), the patterns its own
            aria: { enabled: true, label: { enabled: false }, decal: { show: several && spec.shape !== 'LINE' } },
            grid: { left: 8, right: 16, top: several ? 36 : 12, bottom: 8, containLabel: true },
            legend: several ? { top: 0, left: 0, type: 'scroll', itemGap: 16, textStyle: { color: strong }, icon: spec.shape === 'LINE' ? undefined : 'roundRect' } : undefined,
            tooltip: {
                trigger: 'axis',
                axisPointer: { type: spec.shape === 'LINE' ? 'line' : 'shadow' },
                backgroundColor: ground,
                borderColor: line,
                textStyle: { color: strong, fontSize: 13 },
                confine: true,
                valueFormatter: write({}),
            },
            [across ? 'yAxis' : 'xAxis']: labels,
            [across ? 'xAxis' : 'yAxis']: values,
            series: spec.series.map((series, i) => ({
                name: series.name,
                data: series.values,
                type: spec.shape === 'LINE' ? 'line' : 'bar',
                stack: spec.shape === 'STACKED' ? 'one' : undefined,
                barMaxWidth: 36,
                symbol: ['circle', 'rect', 'triangle', 'diamond'][i % 4],
                showSymbol: spec.labels.length <= 31,
                symbolSize: 7,
                lineStyle: { width: 2.5, type: ['solid', 'dashed', 'dotted'][i % 3] },
                itemStyle: spec.shape === 'LINE' ? {} : { borderRadius: spec.shape === 'STACKED' ? 0 : 3 },
                cursor: spec.leads ? 'pointer' : 'default',
            })),
        };
    };

    const cell = (row, kind, text) => {
        const made = row.appendChild(document.createElement(kind));
        made.textContent = text;
        return made;
    };

    const table = (host, spec) => {
        const made = document.createElement('table');
        const head = made.createTHead().insertRow();
        [spec.first, ...spec.series.map((series) => series.name)].forEach((name) => {
            cell(head, 'th', name).scope = 'col';
        });
        const body = made.createTBody();
        const write = writer(spec)({});
        spec.labels.forEach((label, i) => {
            const row = body.insertRow();
            const name = cell(row, 'th', spec.leads ? '' : label);
            name.scope = 'row';
            if (spec.leads) {
                const button = cell(name, 'button', label);
                button.type = 'button';
                button.onclick = () => host.$server.point(i);
            }
            spec.series.forEach((series) => cell(row, 'td', write(series.values[i])));
        });
        return made;
    };

    const start = (host) => {
        const canvas = document.createElement('div');
        canvas.className = 'plot-canvas';
        canvas.setAttribute('role', 'img');
        const details = document.createElement('details');
        const summary = details.appendChild(document.createElement('summary'));
        const place = details.appendChild(document.createElement('div'));
        host.append(canvas, details);
        const chart = window.echarts.init(canvas);
        const plot = { chart, canvas, summary, spec: null };
        plot.draw = () => {
            chart.setOption(option(plot.spec, host), true);
            place.replaceChildren(...(details.open ? [table(host, plot.spec)] : []));
        };
        details.addEventListener('toggle', () => plot.draw());
        chart.getZr().on('click', (event) => {
            const axis = plot.spec.shape === 'RANKING' ? 1 : 0;
            const at = [event.offsetX, event.offsetY];
            if (plot.spec.leads && chart.containPixel('grid', at)) {
                const index = Math.round(chart.convertFromPixel({ seriesIndex: 0 }, at)[axis]);
                if (index >= 0 && index < plot.spec.labels.length) host.$server.point(index);
            }
        });
        const size = new ResizeObserver(() => chart.resize());
        size.observe(canvas);
        const colours = new MutationObserver(() => plot.draw());
        colours.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class'] });
        const device = matchMedia('(prefers-color-scheme: dark)');
        device.addEventListener('change', plot.draw);
        // a plot that left the page leaves nothing behind
        const gone = setInterval(() => {
            if (!host.isConnected) {
                clearInterval(gone);
                size.disconnect();
                colours.disconnect();
                device.removeEventListener('change', plot.draw);
                chart.dispose();
            }
        }, 5000);
        return plot;
    };

    window.trenergramPlot = (host, spec) => {
        host.plot ??= start(host);
        host.plot.spec = spec;
        host.plot.canvas.setAttribute('aria-label', spec.summary);
        host.plot.summary.textContent = spec.table;
        host.plot.draw();
    };
})();
