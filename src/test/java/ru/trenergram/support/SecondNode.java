package ru.trenergram.support;

import java.time.Clock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import ru.trenergram.Trenergram;

/** The whole application once more, on the database of another one; in this process or in one of its own. */
public final class SecondNode {

    private SecondNode() {}

    /** @param database its JDBC address */
    public static ConfigurableApplicationContext start(String database, Clock clock) {
        return new SpringApplicationBuilder(Trenergram.class)
                .initializers(
                        (GenericApplicationContext context) -> context.registerBean("clock", Clock.class, () -> clock))
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--server.port=0",
                        "--trenergram.demo-data=false",
                        "--vaadin.productionMode=true",
                        "--spring.quartz.auto-startup=false",
                        "--spring.quartz.scheduler-name=" + QuartzJobs.schedulerOf(database),
                        // another node's end is noticed within seconds
                        "--spring.quartz.properties.org.quartz.jobStore.clusterCheckinInterval=1000");
    }
}
