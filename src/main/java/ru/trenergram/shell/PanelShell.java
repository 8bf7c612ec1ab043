package ru.trenergram.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/** The HTML page that all views live in. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://trenergram.css")
@Push // over a WebSocket; by long polling where a proxy lets none through
@Viewport("width=device-width, initial-scale=1")
public class PanelShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Trenergram");
        settings.addLink("icon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addMetaTag("robots", "noindex");
    }
}
