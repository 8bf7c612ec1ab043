package ru.trenergram.qr.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a phone's browser shows for a code that leads nowhere: one small page that loads nothing. */
@Component
class UnknownCodePage {

    private final MessageSource texts;

    UnknownCodePage(MessageSource texts) {
        this.texts = texts;
    }

    String in(Locale language) {
        return """
                <!doctype html>
                <html lang="%1$s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · Trenergram</title>
                <style>
                :root { color-scheme: light dark; }
                body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 16px;
                  box-sizing: border-box; text-align: center; font: 17px/1.5 system-ui, sans-serif;
                  background: light-dark(#f3f7f5, #151b19); color: light-dark(#17201d, #e8efec); }
                main { max-width: 22rem; }
                img { width: 56px; height: 56px; }
                h1 { font-size: 1.375rem; line-height: 1.25; margin: 16px 0 8px; }
                p { margin: 0 0 24px; opacity: .75; }
                a { color: light-dark(#0e8a6b, #34c79e); font-weight: 600; }
                </style>
                <main>
                <img src="/icon.svg" alt="">
                <h1>%2$s</h1>
                <p>%3$s</p>
                <a href="/">%4$s</a>
                </main>
                </html>
                """.formatted(
                        language.getLanguage(),
                        text("qr.unknown.title", language),
                        text("qr.unknown.text", language),
                        text("qr.unknown.home", language));
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
