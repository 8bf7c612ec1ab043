package ru.trenergram.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.security.Caller;

/**
 * The description at {@code /api/openapi.json}, which docs/openapi.json keeps as a contract. It is read off the
 * controllers; where that guesses wrong, {@link DescribedFields}, {@link DescribedAnswers}, {@link DescribedCalls} and {@link DescribedProblem}
 * put it right for all of them alike.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Trenergram API")
                        .version("v1")
                        .description("What the Mini Apps use. Errors are application/problem+json with a stable code;"
                                + " money is in minor units; times carry their offset."))
                // not the address at which somebody happened to ask: the file would differ from place to place
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** The description speaks snake_case, as the JSON does. */
    @Bean
    ModelResolver modelResolver() {
        return new ModelResolver(Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE))
                .openapi31(true);
    }

    @Bean
    DescribedFields describedFields() {
        return new DescribedFields();
    }

    @Bean
    GlobalOperationCustomizer describedCalls() {
        return DescribedCalls::name;
    }

    @Bean
    GlobalOpenApiCustomizer describedWhole() {
        return description -> {
            DescribedProblem.addTo(description);
            DescribedCalls.complete(description);
            DescribedAnswers.complete(description);
        };
    }
}
