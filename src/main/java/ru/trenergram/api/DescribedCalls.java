package ru.trenergram.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import ru.trenergram.security.Caller;
import ru.trenergram.security.PublicCalls;

/** What holds for all calls: their names, who may make them, refusals, the key of a write. */
final class DescribedCalls {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Set<PathItem.HttpMethod> WRITES =
            Set.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.DELETE);

    private DescribedCalls() {}

    /** A name that other calls do not change, as {@code change_1} would be. */
    static Operation name(Operation call, HandlerMethod handler) {
        String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
        call.setOperationId(Spelling.snakeCase(controller) + "_"
                + Spelling.snakeCase(handler.getMethod().getName()));
        boolean knowsCaller = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(Caller.class));
        // of a public call: a token is not needed, but tells more where somebody is asked for
        call.setSecurity(
                knowsCaller
                        ? List.of(
                                new SecurityRequirement(),
                                new SecurityRequirement().addList(OpenApiConfiguration.BEARER))
                        : List.of());
        return call;
    }

    static void complete(OpenAPI description) {
        Paths paths = new Paths();
        description.getPaths().forEach((path, item) -> {
            item.readOperationsMap().forEach((method, call) -> complete(path, method, call));
            paths.addPathItem(snakeCase(path), item);
        });
        description.setPaths(paths);
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation call) {
        call.setTags(List.of(path.split("/")[3]));
        if (call.getParameters() != null) {
            call.getParameters().stream()
                    .filter(parameter -> "path".equals(parameter.getIn()))
                    .forEach(parameter -> parameter.setName(Spelling.snakeCase(parameter.getName())));
        }
        boolean open = PublicCalls.contain(HttpMethod.valueOf(method.name()), path);
        if (!open) {
            call.setSecurity(null);
        }
        if (!open && WRITES.contains(method)) {
            call.addParametersItem(idempotencyKey(IdempotencyFilter.requiresKey(path)));
        }
        call.getResponses()
                .addApiResponse("default", new ApiResponse().$ref("#/components/responses/" + DescribedProblem.NAME));
    }

    private static Parameter idempotencyKey(boolean required) {
        return new HeaderParameter()
                .name(IdempotencyFilter.HEADER)
                .required(required)
                .description("A repeat with the same key gets the first answer; kept for 24 hours")
                .schema(new Schema<>().types(Set.of("string")).minLength(1).maxLength(255));
    }

    private static String snakeCase(String path) {
        return VARIABLE.matcher(path).replaceAll(variable -> "{" + Spelling.snakeCase(variable.group(1)) + "}");
    }
}
