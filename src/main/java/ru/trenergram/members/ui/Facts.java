package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** What is known about somebody, line by line: a word and its value. */
@Tag("dl")
class Facts extends Component {

    Facts() {
        getElement().getClassList().add("known");
    }

    /** Nothing, when there is no value. */
    Facts with(String word, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            Element line = new Element("div");
            line.appendChild(new Element("dt").setText(word), new Element("dd").setText(value));
            getElement().appendChild(line);
        }
        return this;
    }
}
