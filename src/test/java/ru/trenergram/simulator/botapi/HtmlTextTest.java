package ru.trenergram.simulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @Test
    void nested_tags_become_entities_with_offsets_in_utf16_units() {
        var text = HtmlText.parse("💪 <b>Пн <i>и вт</i></b> &lt;tag&gt; &amp; &quot;x&quot; &#128170;");

        assertThat(text.text()).isEqualTo("💪 Пн и вт <tag> & \"x\" 💪");
        assertThat(text.entities())
                .extracting(FormattedText.Entity::type, FormattedText.Entity::offset, FormattedText.Entity::length)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bold", 3, 7),
                        org.assertj.core.groups.Tuple.tuple("italic", 6, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "<strong>x</strong>, bold",
        "<em>x</em>, italic",
        "<ins>x</ins>, underline",
        "<del>x</del>, strikethrough",
        "<strike>x</strike>, strikethrough",
        "<code>x</code>, code",
        "<pre>x</pre>, pre",
        "<pre><code class=\"language-java\">x</code></pre>, pre",
        "<blockquote>x</blockquote>, blockquote",
        "<blockquote expandable>x</blockquote>, expandable_blockquote",
        "<tg-spoiler>x</tg-spoiler>, spoiler",
        "<span class=\"tg-spoiler\">x</span>, spoiler",
        "<a href='https://example.org/?a=1&amp;b=2'>x</a>, text_link",
        "<B>x</B>, bold"
    })
    void every_tag_of_the_subset_has_its_entity(String html, String type) {
        assertThat(HtmlText.parse(html).entities())
                .singleElement()
                .returns(type, FormattedText.Entity::type)
                .returns(1, FormattedText.Entity::length);
    }

    @Test
    void a_link_keeps_its_decoded_address() {
        assertThat(HtmlText.parse("<a href=\"https://example.org/?a=1&amp;b=2\">x</a>")
                        .entities())
                .singleElement()
                .returns("https://example.org/?a=1&b=2", FormattedText.Entity::url);
    }

    @Test
    void an_ampersand_that_begins_no_entity_is_an_ampersand() {
        assertThat(HtmlText.parse("Шоу & Ко &nbsp; &copy").text()).isEqualTo("Шоу & Ко &nbsp; &copy");
    }

    @Test
    void an_attribute_without_a_value_is_passed_over() {
        assertThat(HtmlText.parse("<a href>example.org</a>").entities())
                .singleElement()
                .returns("example.org", FormattedText.Entity::url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <h1>x</h1>              | Unsupported start tag "h1" at byte offset 0
                    Ж<br>                   | Unsupported start tag "br" at byte offset 2
                    a < b                   | Unsupported start tag "" at byte offset 2
                    <b>x                    | Can't find end tag corresponding to start tag "b"
                    x</b>                   | Unexpected end tag at byte offset 1
                    <b>x</i>                | Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
                    <b>x</b                 | Unclosed end tag at byte offset 4
                    <b                      | Unclosed start tag at byte offset 0
                    <a href                 | Unclosed start tag "a" at byte offset 0
                    <a href=                | Unclosed start tag "a" at byte offset 0
                    <a href=x               | Unclosed start tag at byte offset 0
                    <b/>x                   | Unsupported start tag "b/" at byte offset 0
                    <tg-emoji emoji-id="x">y</tg-emoji> | Invalid custom emoji identifier specified
                    <a =x>x</a>             | Empty attribute name in the tag "a" at byte offset 0
                    <span class="red">x</span> | Tag "span" must have class "tg-spoiler" at byte offset 0
                    """)
    void broken_markup_is_refused_in_telegrams_words(String html, String problem) {
        assertThatThrownBy(() -> HtmlText.parse(html))
                .isInstanceOf(BotApiException.class)
                .hasMessage("Bad Request: can't parse entities: " + problem);
    }

    @Test
    void white_space_at_the_ends_is_cut_and_the_entities_move_with_the_text() {
        var text = FormattedText.of("  \n<b> Привет </b> \n", "HTML", null);

        assertThat(text.text()).isEqualTo("Привет");
        assertThat(text.entities())
                .singleElement()
                .returns(0, FormattedText.Entity::offset)
                .returns(6, FormattedText.Entity::length);
    }
}
