package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import ru.trenergram.base.Settings;
import ru.trenergram.base.Settings.Role;
import ru.trenergram.support.TestSettings;

class NodeRolesTest {

    private final NodeRoles node = new NodeRoles();

    private static Settings with(String roles) {
        return TestSettings.with("roles", roles, "public-url", "http://web.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | true | true | true", "web, worker | true | false | true", "BOT | false | true | false"})
    void a_node_runs_what_it_is_told_and_everything_when_it_is_told_nothing(
            String roles, boolean web, boolean bot, boolean worker) {
        Settings settings = with(roles);

        assertThat(settings.runs(Role.WEB)).isEqualTo(web);
        assertThat(settings.runs(Role.BOT)).isEqualTo(bot);
        assertThat(settings.runs(Role.WORKER)).isEqualTo(worker);
        assertThat(node.healthOnly(settings).isEnabled()).isEqualTo(!web);
        var scheduler = new SchedulerFactoryBean();
        node.jobsRunOnWorkers(settings).customize(scheduler);
        assertThat(scheduler.isAutoStartup()).isEqualTo(worker);
    }

    @Test
    void a_node_without_pages_answers_how_it_is_and_nothing_else() throws Exception {
        assertThat(answerOf("/health").getContentAsString()).isEmpty(); // the chain goes on
        for (String path : new String[] {"/", "/api/v1/clubs", "/club", "/trainer/1", "/health/x", "/simulator"}) {
            assertThat(answerOf(path).getStatus()).isEqualTo(404);
            assertThat(answerOf(path).getContentAsString()).contains("/health only");
        }
    }

    private MockHttpServletResponse answerOf(String path) throws Exception {
        var response = new MockHttpServletResponse();
        node.healthOnly(with("bot"))
                .getFilter()
                .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }
}
