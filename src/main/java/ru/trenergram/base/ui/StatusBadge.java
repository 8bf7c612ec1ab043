package ru.trenergram.base.ui;

import com.vaadin.flow.component.html.Span;

/** A status as every face of the product shows it: a sign, a colour and a word, so that no one of them has to be seen. */
public final class StatusBadge extends Span {

    /** The five status tokens (LOOK.md, "Status signs"). */
    public enum Token {
        PENDING("◷"),
        CONFIRMED("✓"),
        COMPLETED("✓✓"),
        CANCELLED("–"),
        NO_SHOW("!");

        private final String sign;

        Token(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** The class that gives an element the colour. */
        public String className() {
            return "status-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param word in the person's language */
    public StatusBadge(Token token, String word) {
        var sign = new Span(token.sign);
        sign.addClassName("status-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        var text = new Span(word);
        text.addClassName("status-word");
        addClassNames("status", token.className());
        add(sign, text);
    }

    /** The word alone, as a screen reader says it. */
    public String word() {
        return getChildren().skip(1).findFirst().orElseThrow().getElement().getText();
    }
}
