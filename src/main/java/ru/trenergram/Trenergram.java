package ru.trenergram;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import ru.trenergram.base.Settings;

@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // modules name classes freely
@EnableConfigurationProperties(Settings.class)
@Modulithic(systemName = "Trenergram", sharedModules = "base")
public class Trenergram {

    static void main(String[] args) {
        // the bots' virtual threads hold a carrier while they load a class: two, as on two cores, could wait for each
        // other
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "16");
        try {
            SpringApplication.run(Trenergram.class, args);
        } catch (Throwable reported) {
            // whatever threads are left: a service that did not start must not stay as a process
            System.exit(1);
        }
    }
}
