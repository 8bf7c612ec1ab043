package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.trenergram.support.IntegrationTest;

/**
 * A schema of docs/openapi.json is named as its record, without package or outer class: of two records of one name the
 * description would have one, for both, and say nothing.
 */
@IntegrationTest
class SchemaNamesIntegrationTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @Test
    void no_two_records_of_the_api_share_a_name() {
        Set<JavaType> records = records(mapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/api/v1/")))
                .map(Map.Entry::getValue)
                .flatMap(SchemaNamesIntegrationTest::bodies)
                .toList());

        assertThat(records).hasSizeGreaterThan(30);
        assertThat(clashes(records)).isEmpty();
    }

    private record One(Inner.Same first, List<Other.Same> second) {}

    private record Inner() {
        private record Same(int a) {}
    }

    private record Other() {
        private record Same(String b) {}
    }

    @Test
    void two_that_do_would_be_found_however_deep() {
        assertThat(clashes(records(List.of(One.class))))
                .containsOnlyKeys("Same")
                .allSatisfy((_, types) -> assertThat(types).hasSize(2));
    }

    private static Stream<Type> bodies(HandlerMethod method) {
        Stream<Type> taken = Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType);
        return Stream.concat(taken, Stream.of(method.getReturnType().getGenericParameterType()));
    }

    /** All that can be reached from these. */
    private static Set<JavaType> records(Collection<? extends Type> types) {
        Set<JavaType> found = new HashSet<>();
        types.forEach(type -> collect(TypeFactory.defaultInstance().constructType(type), found));
        return found;
    }

    private static void collect(JavaType type, Set<JavaType> found) {
        Class<?> raw = type.getRawClass();
        boolean isNew = !raw.isRecord() || found.add(type);
        type.getBindings().getTypeParameters().forEach(argument -> collect(argument, found));
        if (raw.isRecord() && isNew) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(
                        TypeFactory.defaultInstance().resolveMemberType(component.getGenericType(), type.getBindings()),
                        found);
            }
        }
        if (raw.isSealed()) {
            for (Class<?> permitted : raw.getPermittedSubclasses()) {
                collect(TypeFactory.defaultInstance().constructType(permitted), found);
            }
        }
    }

    private static Map<String, Set<String>> clashes(Set<JavaType> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        TypeNameResolver.std::nameForType,
                        TreeMap::new,
                        Collectors.mapping(JavaType::toCanonical, Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
