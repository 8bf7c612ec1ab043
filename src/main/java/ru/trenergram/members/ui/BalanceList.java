package ru.trenergram.members.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import ru.trenergram.base.Formats;
import ru.trenergram.members.MemberCards.TrainerBalance;

/** What a client has with each trainer of the club. */
class BalanceList extends Div {

    BalanceList(List<TrainerBalance> balances) {
        addClassName("part-of-card");
        var note = new Paragraph(getTranslation("people.balances.note"));
        note.addClassName("note");
        add(note);
        if (balances.isEmpty()) {
            add(new Paragraph(getTranslation("people.balances.none")));
        } else {
            var facts = new Facts();
            balances.forEach(balance -> facts.with(balance.trainer(), Formats.money(balance.amount(), getLocale())));
            add(facts);
        }
    }
}
