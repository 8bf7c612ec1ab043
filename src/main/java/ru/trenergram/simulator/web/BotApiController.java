package ru.trenergram.simulator.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.botapi.Answer;
import ru.trenergram.simulator.botapi.BotApi;
import ru.trenergram.simulator.botapi.Parameters;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The Bot API at Telegram's own paths, in every form of request that Telegram takes. */
@RestController
@WhenSimulated
class BotApiController {

    private final BotApi api;

    BotApiController(BotApi api) {
        this.api = api;
    }

    @RequestMapping(
            path = "/bot{token}/{*method}",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable ResponseEntity<String> call(@PathVariable String token, @PathVariable String method, HttpServletRequest request)
            throws IOException {
        Answer answer = answer(token, method, request);
        if (answer.isLost()) {
            LostAnswers.cutOff(request);
            return null;
        }
        var told = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        if (answer.retryAfter() > 0) {
            told.header(HttpHeaders.RETRY_AFTER, Integer.toString(answer.retryAfter()));
        }
        return told.body(Json.write(answer.body()));
    }

    private Answer answer(String token, String method, HttpServletRequest request) throws IOException {
        if (method.isEmpty()) {
            return Answer.unknownAddress();
        }
        try {
            return api.call(token, StringUtils.trimLeadingCharacter(method, '/'), parameters(request));
        } catch (JacksonException unreadable) {
            return Answer.unreadable();
        }
    }

    private static Parameters parameters(HttpServletRequest request) throws IOException {
        Map<String, JsonNode> values = new HashMap<>();
        Map<String, Parameters.Upload> uploads = new HashMap<>();
        request.getParameterMap().forEach((name, given) -> values.put(name, StringNode.valueOf(given[0])));
        @Nullable MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (multipart != null) {
            for (var part : multipart.getFileMap().entrySet()) {
                MultipartFile file = part.getValue();
                String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
                uploads.put(part.getKey(), new Parameters.Upload(name, file.getBytes()));
            }
        } else if (isJson(request)) {
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!body.isBlank()) {
                Json.read(body).properties().forEach(field -> values.put(field.getKey(), field.getValue()));
            }
        }
        return new Parameters(values, uploads);
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }
}
