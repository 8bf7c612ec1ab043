package ru.trenergram.simulator.chats;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.security.InitDataSignature;
import ru.trenergram.simulator.SimulatedPeople;
import ru.trenergram.simulator.SimulatedPerson;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.node.ObjectNode;

/** Signs the initData with which a Mini App learns who has opened it. */
@Service
@WhenSimulated
public class LaunchData {

    private final SimulatedPeople people;
    private final Chats chats;
    private final BotAccounts bots;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LaunchData(SimulatedPeople people, Chats chats, BotAccounts bots, Clock clock) {
        this.people = people;
        this.chats = chats;
        this.bots = bots;
        this.clock = clock;
    }

    /** The raw initData of this person for a Mini App of this bot, opened now. */
    @Transactional(readOnly = true)
    public String sign(Bot bot, long personId) {
        SimulatedPerson person = people.find(personId).orElseThrow(() -> SimulatorProblem.notFound("person"));
        boolean writable = chats.find(bot, personId)
                .filter(chat -> chat.started() && !chat.blocked())
                .isPresent();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query_id", "AA" + random(14));
        fields.put("user", Json.write(user(person, writable)));
        fields.put("auth_date", Long.toString(clock.instant().getEpochSecond()));
        fields.put("signature", random(64));
        fields.put(
                "hash",
                HexFormat.of()
                        .formatHex(InitDataSignature.of(fields, bots.of(bot).token())));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static ObjectNode user(SimulatedPerson person, boolean writable) {
        ObjectNode user = Json.object().put("id", person.telegramId()).put("first_name", person.firstName());
        user.put("last_name", Objects.requireNonNullElse(person.lastName(), ""));
        if (person.username() != null) {
            user.put("username", person.username());
        }
        user.put("language_code", person.languageCode());
        if (writable) {
            user.put("allows_write_to_pm", true);
        }
        return user;
    }

    private String random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As browsers do it: a space becomes %20, so that both ways of decoding a plus agree. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
